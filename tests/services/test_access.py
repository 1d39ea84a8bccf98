"""The way in: accounts, codes, sessions, which can be lost, moved and closed."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from psdt.domain.people import College, Mandat, Role
from psdt.errors import (
    AccessDeniedError,
    CodeInconnuError,
    CompteExistantError,
    CompteInconnuError,
    DejaInstalleError,
    DemonstrationSeuleError,
    IdentifiantsError,
    MotDePasseError,
    PasDeDemarcheError,
    SeanceInconnueError,
    TropDEssaisError,
)
from psdt.services import access, participants
from psdt.services.access import Profil
from psdt.store.tables import CodeRow, CompteRow, SessionRow
from tests.conftest import NOW, PASSWORD


@pytest.fixture
def token(db, agent) -> str:
    return participants.invite(db, agent, Role.ELU, mandats=[Mandat.PRESIDENCE])[1]


@pytest.fixture
def session_id(db, token) -> str:
    return access.sign_in_code(db, token, now=NOW)


class TestCodes:
    def test_a_code_opens_the_session_of_its_holder(self, db, session_id, agent):
        actor = access.identify(db, session_id, now=NOW)

        assert (actor.role, actor.demarche_id) == (Role.ELU, agent.demarche_id)
        assert actor.college is College.ELUS
        assert actor.mandats == {Mandat.PRESIDENCE}

    @pytest.mark.parametrize("cookie", [None, "", "forgé", "x" * 5000])
    def test_a_forged_cookie_is_nobody(self, db, session_id, cookie):
        assert access.identify(db, cookie, now=NOW) is None

    def test_the_code_itself_is_not_a_cookie(self, db, token, session_id):
        assert access.identify(db, token, now=NOW) is None

    def test_an_expired_session_is_nobody(self, db, session_id):
        later = NOW + access.SESSION_LIFE + timedelta(seconds=1)

        assert access.identify(db, session_id, now=later) is None

    def test_signing_out_closes_the_tabs_that_keep_the_cookie(self, db, session_id):
        access.sign_out(db, session_id)

        assert access.identify(db, session_id, now=NOW) is None

    def test_using_a_code_again_moves_it(self, db, token, session_id):
        other_phone = access.sign_in_code(db, token, now=NOW)

        assert access.identify(db, session_id, now=NOW) is None
        assert access.identify(db, other_phone, now=NOW) is not None

    def test_a_revoked_code_opens_nothing_and_closes_its_session(
        self, db, agent, token, session_id
    ):
        elu = access.identify(db, session_id, now=NOW)
        participants.revoke(db, agent, elu.id, now=NOW)

        assert access.identify(db, session_id, now=NOW) is None
        with pytest.raises(CodeInconnuError):
            access.sign_in_code(db, token, now=NOW)

    def test_the_base_holds_neither_code_nor_cookie(self, db, token, session_id):
        with db.read() as session:
            stored = {row.empreinte for row in session.query(CodeRow)}
            stored |= {row.empreinte for row in session.query(SessionRow)}

        assert len(stored) == 2
        assert stored.isdisjoint({token, session_id})

    def test_the_key_is_readable_by_its_owner_only(self, token, data_dir):
        assert (data_dir / "cle").stat().st_mode & 0o777 == 0o600

    @pytest.mark.parametrize("role", [Role.AGENT, Role.ANIMATEUR])
    def test_those_who_run_the_demarche_have_no_code(self, db, agent, role):
        with pytest.raises(AccessDeniedError):
            participants.invite(db, agent, role)

    def test_a_code_lives_with_a_seance_of_the_demarche(self, db, agent, forum):
        with pytest.raises(SeanceInconnueError):
            participants.invite(db, agent, Role.HABITANT, seance_id=forum + 40)

    def test_an_elu_does_not_issue_codes(self, db, invite):
        with pytest.raises(AccessDeniedError):
            participants.invite(db, invite(Role.ELU), Role.ELU)

    def test_an_elu_does_not_revoke_codes(self, db, invite, session_id):
        elu = access.identify(db, session_id, now=NOW)
        with pytest.raises(AccessDeniedError):
            participants.revoke(db, invite(Role.ELU), elu.id, now=NOW)

        assert access.identify(db, session_id, now=NOW) is not None


class TestAccounts:
    def test_a_password_opens_the_session_of_its_owner(self, db, agent):
        session_id = access.sign_in_account(db, " Agent@Exemple.fr", PASSWORD, now=NOW)

        assert access.identify(db, session_id, now=NOW) == agent

    def test_an_agent_may_work_on_two_computers(self, db, agent):
        sessions = [
            access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=NOW) for _ in range(2)
        ]

        assert [access.identify(db, session, now=NOW) for session in sessions] == [agent, agent]

    @pytest.mark.parametrize(
        ("identifiant", "password"),
        [("agent@exemple.fr", PASSWORD + "!"), ("autre@exemple.fr", PASSWORD), ("", "")],
    )
    def test_a_wrong_password_and_an_unknown_account_say_the_same(
        self, db, agent, identifiant, password
    ):
        with pytest.raises(IdentifiantsError):
            access.sign_in_account(db, identifiant, password, now=NOW)

    def test_the_base_holds_an_argon2id_hash(self, db, agent):
        with db.read() as session:
            assert session.query(CompteRow.mot_de_passe).scalar().startswith("$argon2id$")

    def test_a_hash_costs_a_thief_64_mib(self):
        hashed = PasswordHasher().hash(PASSWORD)  # as outside the tests

        assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")

    def test_sixty_wrong_tries_in_a_minute_stop_all_tries(self, db, agent):
        for _ in range(60):
            access.wrong_tries.count(NOW)

        with pytest.raises(TropDEssaisError):
            access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=NOW)
        assert access.sign_in_account(
            db, "agent@exemple.fr", PASSWORD, now=NOW + timedelta(minutes=1)
        )

    def test_another_password_signs_out_the_former_browsers(self, db, agent):
        session_id = access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=NOW)

        access.change_password(db, "agent@exemple.fr", "une autre phrase")

        assert access.identify(db, session_id, now=NOW) is None
        assert access.sign_in_account(db, "agent@exemple.fr", "une autre phrase", now=NOW)
        with pytest.raises(IdentifiantsError):
            access.sign_in_account(db, "agent@exemple.fr", PASSWORD, now=NOW)

    def test_refuses_a_short_password(self, db, agent):
        with pytest.raises(MotDePasseError):
            access.add_account(db, "autre@exemple.fr", "court", nom="Autre")

    def test_refuses_a_second_account_of_the_same_name(self, db, agent):
        with pytest.raises(CompteExistantError):
            access.add_account(db, "AGENT@exemple.fr", PASSWORD, nom="Double")

    def test_refuses_to_change_an_unknown_account(self, db, agent):
        with pytest.raises(CompteInconnuError):
            access.change_password(db, "autre@exemple.fr", PASSWORD)

    def test_refuses_an_agent_before_the_demarche(self, db):
        with pytest.raises(PasDeDemarcheError):
            access.add_account(db, "agent@exemple.fr", PASSWORD, nom="Agent")

    def test_refuses_a_second_demarche(self, db, agent):
        with pytest.raises(DejaInstalleError):
            access.install(db, "Autre", "Autre", now=NOW)


class TestDemonstration:
    @pytest.fixture
    def demonstration(self, db):
        access.install(db, "Exemple", "CIAS fictif", demonstration=True, now=NOW)
        agent = access.add_account(db, "agent@exemple.fr", PASSWORD, nom="Agent")
        participants.invite(db, agent, Role.ELU, mandats=[Mandat.COMMISSION_PERMANENTE])
        participants.invite(db, agent, Role.ELU)
        participants.invite(db, agent, Role.HABITANT)

    @pytest.mark.parametrize(
        ("profil", "role", "mandats"),
        [
            (Profil.AGENT, Role.AGENT, set()),
            (Profil.ELU, Role.ELU, set()),
            (Profil.COMMISSION, Role.ELU, {Mandat.COMMISSION_PERMANENTE}),
            (Profil.HABITANT, Role.HABITANT, set()),
        ],
    )
    def test_one_click_opens_each_profile(self, db, demonstration, profil, role, mandats):
        actor = access.identify(db, access.sign_in_demonstration(db, profil, now=NOW), now=NOW)

        assert (actor.role, actor.mandats) == (role, mandats)

    def test_one_click_opens_nothing_on_a_real_demarche(self, db, agent, invite):
        invite(Role.ELU)

        with pytest.raises(DemonstrationSeuleError):
            access.sign_in_demonstration(db, Profil.ELU, now=NOW)

    def test_one_click_opens_nothing_on_an_empty_base(self, db):
        with pytest.raises(DemonstrationSeuleError):
            access.sign_in_demonstration(db, Profil.AGENT, now=NOW)
