"""Settings, from the environment (``PSDT_…``). The defaults run a demonstration on a laptop."""

import os
from pathlib import Path


def data_dir() -> Path:
    """Return the folder of the database and of the key that protects the codes."""
    return Path(os.environ.get("PSDT_DATA_DIR", Path.home() / ".local" / "share" / "psdt"))


def database_url() -> str:
    """Return the SQLAlchemy address of the database: a local SQLite file unless told otherwise."""
    return os.environ.get("PSDT_DATABASE_URL", f"sqlite:///{data_dir()}/psdt.db")


def public_url() -> str:
    """Return the address that phones open, without a final slash: QR codes carry it."""
    return os.environ.get("PSDT_PUBLIC_URL", "http://localhost:8501").rstrip("/")


def demonstration() -> bool:
    """Say whether this process serves the demonstration: « psdt demo » says so, nobody else."""
    return os.environ.get("PSDT_DEMO") == "1"


def app_dir() -> Path:
    """Return the folder of ``streamlit_app.py``: inside the wheel, or the checkout."""
    package = Path(__file__).parent
    installed = package / "_app"
    return installed if installed.is_dir() else package.parent
