"""Figures: a table in, a Plotly figure out, the same on screen and in documents."""
