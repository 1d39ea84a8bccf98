"""Entry point: ``streamlit run streamlit_app.py``, or ``psdt serve``.

The script given to ``st.App`` is not beside ``pages/``: otherwise Streamlit would serve
any page of that folder before the router, and the rights it checks, had run once.
"""

import streamlit as st

from psdt.ui import incidents, server
from psdt.web.compression import COMPRESSION
from psdt.web.headers import HEADERS
from psdt.web.routes import ROUTES

server.guard_reconnection()
incidents.keep_content_out_of_logs()
app = st.App(
    server.ROUTER,
    routes=ROUTES,
    middleware=[HEADERS, COMPRESSION],
    lifespan=server.lifespan,
    on_script_error=incidents.tell,
)
