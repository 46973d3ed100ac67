"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from .._engine import Engine

START: Final = datetime(2026, 1, 5, 9, tzinfo=UTC)
"""When test stores begin, unless told: a Monday morning."""


class Clock:
    """The manual clock of a test store. It never goes back: audit entries could not follow. Source: design 2."""

    def __init__(self, engine: Engine, now: datetime) -> None:
        self._engine = engine
        self._now = now

    @property
    def now(self) -> datetime:
        """What time it is for the engine, in UTC."""
        return self._now

    def advance(
        self,
        by: timedelta | None = None,
        /,
        *,
        days: float = 0,
        hours: float = 0,
        minutes: float = 0,
        seconds: float = 0,
    ) -> datetime:
        """Moves on, by a duration or by parts of one: `advance(days=30, hours=1)`. The answer is the new time.

        What became due has not happened yet: that is the work of `run_due`. Raises ValueError for a step back.
        """
        step = (by or timedelta()) + timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        return self.move_to(self._now + step)

    def move_to(self, moment: datetime) -> datetime:
        """Moves on to an aware datetime. The answer is the new time. Raises ValueError for an earlier one."""
        if moment < self._now:
            raise ValueError(f"the clock of a test store never goes back: it is {self._now.isoformat()} already")
        self._engine.set_test_clock(moment)
        self._now = moment.astimezone(UTC)
        return self._now

    def __repr__(self) -> str:
        return f"<Clock at {self._now.isoformat()}>"
