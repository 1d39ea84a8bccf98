"""A corpus of files as people have them and as nobody should, written anew for each run.

``python -m tests.corpus DOSSIER`` writes it, with the ``manifest.json`` that says what each
file must give; ``tests/sources/test_corpus.py`` checks any folder that has such a manifest.
"""
