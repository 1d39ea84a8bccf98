"""The commands, run as an administrator runs them."""

import pytest

from psdt.cli import main


@pytest.fixture
def psdt(data_dir, monkeypatch, capsys):
    """Run ``psdt …`` on the test database; return the exit status and what was printed."""

    def run(*args):
        monkeypatch.setattr("sys.argv", ["psdt", *map(str, args)])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code, "".join(capsys.readouterr())

    return run
