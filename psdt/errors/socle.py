"""What all the errors have in common."""

from psdt.words.grammar import fine


class PsdtError(Exception):
    """Base of the errors shown to people: ``str(error)`` is the French sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(fine(sentence))
