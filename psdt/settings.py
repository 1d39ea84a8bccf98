"""Settings, from the environment (``PSDT_…``). The defaults run a demonstration on a laptop."""

import os
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1")


def data_dir() -> Path:
    """Return the folder of the database and of the key that protects the codes."""
    return Path(os.environ.get("PSDT_DATA_DIR", Path.home() / ".local" / "share" / "psdt"))


def database_url() -> str:
    """Return the SQLAlchemy address of the database: a local SQLite file unless told otherwise."""
    return os.environ.get("PSDT_DATABASE_URL", f"sqlite:///{data_dir()}/psdt.db")


def public_url() -> str:
    """Return the address that phones open, without a final slash: QR codes carry it."""
    return os.environ.get("PSDT_PUBLIC_URL", "http://localhost:8501").rstrip("/")


def allowed_hosts(address: str) -> list[str]:
    """Return the names under which browsers may reach this server; none when any will do.

    A site that makes its own name point here is then refused. On all addresses without
    ``PSDT_PUBLIC_URL``, nobody knows under which name phones come.
    """
    if address not in LOOPBACK and "PSDT_PUBLIC_URL" not in os.environ:
        return []
    return sorted({*LOOPBACK, urlsplit(public_url()).hostname or "localhost"})


def demonstration() -> bool:
    """Say whether this process serves the demonstration: « psdt demo » says so, nobody else."""
    return os.environ.get("PSDT_DEMO") == "1"


def app_dir() -> Path:
    """Return the folder of ``streamlit_app.py``: inside the wheel, or the checkout."""
    package = Path(__file__).parent
    installed = package / "_app"
    return installed if installed.is_dir() else package.parent
