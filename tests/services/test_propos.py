"""What an agent writes in the rapport d'ABS."""

import pytest

from psdt.domain.journal import Evenement
from psdt.domain.people import Mandat, Role
from psdt.domain.propos import Propos
from psdt.errors import AccessDeniedError, ProposTropLongError
from psdt.services import propos as service
from psdt.store import journal


def events(db):
    with db.read() as session:
        return [line.action for line in session.query(journal.JournalRow).order_by("id")]


def test_a_text_is_kept_as_it_is_and_read_in_the_order_of_the_report(db, agent):
    said = '  #eval("1") *gras* <b>\n\nUne autre ligne \x00 '
    service.ecrire(db, agent, Propos.PERSPECTIVES, "Demain")
    service.ecrire(db, agent, Propos.PRESIDENCE, said)

    assert service.propos(db, agent) == {
        Propos.PRESIDENCE: '#eval("1") *gras* <b>\n\nUne autre ligne',
        Propos.PERSPECTIVES: "Demain",
    }
    assert list(service.propos(db, agent)) == [Propos.PRESIDENCE, Propos.PERSPECTIVES]


def test_a_text_is_written_again_then_taken_out(db, agent):
    for said in ("Un", "Un", "Deux", ""):
        service.ecrire(db, agent, Propos.OFFRE, said)

    assert service.propos(db, agent) == {}
    assert events(db).count(Evenement.PROPOS_ECRIT.name) == 3


@pytest.mark.parametrize("nature", Propos)
def test_a_text_is_bounded(db, agent, nature):
    service.ecrire(db, agent, nature, "x" * nature.longueur)
    with pytest.raises(ProposTropLongError, match=str(nature.longueur)):
        service.ecrire(db, agent, nature, "x" * (nature.longueur + 1))


def test_the_conseil_reads_and_only_an_agent_writes(db, invite):
    member = invite(Role.ELU, mandats=[Mandat.CONSEIL_ADMINISTRATION])

    assert service.propos(db, member) == {}
    with pytest.raises(AccessDeniedError):
        service.ecrire(db, member, Propos.OFFRE, "x")
    with pytest.raises(AccessDeniedError):
        service.propos(db, invite(Role.HABITANT))
