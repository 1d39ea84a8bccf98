"""The demonstration, played once for all the tests of this folder, on each kind of database."""

from itertools import count

import psycopg
import pytest

from psdt.demo import play
from psdt.demo.notations import VENUS
from psdt.domain.people import College
from psdt.store.database import Database, database

numbers = count()


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def played(request, tmp_path_factory) -> Database:
    """The database of the demonstration; only its journal may grow in a test.

    Six people a collège answer, not fifty-three in all: enough for results to be shown.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PSDT_DATA_DIR", str(tmp_path_factory.mktemp("demonstration")))
        patch.delenv("PSDT_DATABASE_URL", raising=False)
        if request.param == "postgres":
            server, name = request.getfixturevalue("postgres"), f"demonstration_{next(numbers)}"
            with psycopg.connect(server.dsn, autocommit=True) as admin:
                admin.execute(f"CREATE DATABASE {name}")
            patch.setenv("PSDT_DATABASE_URL", server.url(name))
        for college in College:
            patch.setitem(VENUS, college, slice(6))
        play()
        yield database()
        database().engine.dispose()
