"""What was not foreseen: a number on screen, the same number in the log, never the content."""

import logging
import secrets
import traceback

import streamlit as st

from psdt.words import acces as mots

logger = logging.getLogger(__name__)


def tell(error: Exception) -> bool:
    """Show one sentence with a number; the log has the number, the class and the places.

    The message of the error stays out of the log: it may quote what a participant wrote.
    Returns ``True``: the error has been shown, Streamlit has nothing to add.
    """
    number = secrets.token_hex(3).upper()
    logger.error("incident %s: %s (%s)", number, type(error).__name__, _places(error))
    st.error(mots.incident(number), icon=":material/report:")
    return True


class WithoutContent(logging.Filter):
    """Keep the message of an error out of Streamlit's own log, which prints it whole."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Drop a record that carries an exception: ``tell`` has logged, or will."""
        return not record.exc_info


def keep_content_out_of_logs() -> None:
    """Install the filter on the logger that prints the errors of pages."""
    logging.getLogger("streamlit.error_util").addFilter(WithoutContent())


def _places(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
