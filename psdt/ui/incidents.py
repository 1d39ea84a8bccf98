"""What was not foreseen: a number on screen, the same number in the log, never the content."""

import logging

import streamlit as st

from psdt.services import health
from psdt.words import acces as mots

PRINT_ERRORS_WHOLE = (
    "streamlit.error_util",  # the run of a page
    "streamlit.runtime.backend_operation_handler",  # a file built at the click
)


def tell(error: Exception) -> bool:
    """Show one sentence with the number of the incident.

    Returns ``True``: the error has been shown, Streamlit has nothing to add.
    """
    st.error(mots.incident(health.incident(error)), icon=":material/report:")
    return True


class WithoutContent(logging.Filter):
    """Keep the message of an error out of Streamlit's own logs, which print it whole."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Drop a record that carries an exception: the incident was logged, or will be."""
        return not record.exc_info


def keep_content_out_of_logs() -> None:
    """Install the filter on the loggers of Streamlit that print errors whole."""
    for name in PRINT_ERRORS_WHOLE:
        logging.getLogger(name).addFilter(WithoutContent())
