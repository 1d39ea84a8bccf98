"""A limit on wrong tries, counted in memory: no address is kept."""

from collections import deque
from datetime import datetime, timedelta
from threading import Lock

from psdt.errors import TropDEssaisError

WINDOW = timedelta(minutes=1)


class Throttle:
    """Refuse to try again after ``limit`` wrong tries within a minute, by anybody."""

    def __init__(self, limit: int) -> None:
        self._wrong: deque[datetime] = deque(maxlen=limit)
        self._lock = Lock()

    def check(self, now: datetime) -> None:
        """Raise ``TropDEssaisError`` while the limit is reached."""
        with self._lock:
            full = len(self._wrong) == self._wrong.maxlen
            if full and now - self._wrong[0] < WINDOW:
                raise TropDEssaisError

    def count(self, now: datetime) -> None:
        """Count one wrong try; the oldest is forgotten."""
        with self._lock:
            self._wrong.append(now)

    def reset(self) -> None:
        """Forget all tries."""
        with self._lock:
            self._wrong.clear()
