"""A document already made is given again, to those who may take it away."""

import pytest

from psdt.domain.people import Mandat, Role
from psdt.errors import AccessDeniedError
from psdt.services import documents


@pytest.mark.parametrize("role", [Role.ELU, Role.HABITANT, Role.PARTENAIRE])
def test_not_everybody_takes_it_away(db, invite, role):
    with pytest.raises(AccessDeniedError):
        documents.remettre(db, invite(role), b"%PDF")


def test_who_may_export_is_given_it_as_it_was_made(db, agent, invite):
    member = invite(Role.ELU, mandats=[Mandat.COMMISSION_PERMANENTE])

    for somebody in (agent, member):
        assert documents.remettre(db, somebody, b"%PDF") == b"%PDF"
