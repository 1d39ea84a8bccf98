"""The demonstration: a whole fictitious démarche, played through the services."""

from psdt.demo.scenario import play

__all__ = ["play"]
