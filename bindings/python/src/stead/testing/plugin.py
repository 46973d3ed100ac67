"""The fixtures for pytest. Loaded by itself where Stead is installed; `-p no:stead` leaves it out.

A test that needs other options says so: `@pytest.mark.stead(start=datetime(2027, 1, 1, tzinfo=UTC), seed=7)` takes
the arguments of `stead.testing.Store`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .._engine import Engine
from .._session import Session
from ._account import Account
from ._clock import Clock
from ._outbox import Outbox
from ._store import Store


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    config.addinivalue_line("markers", "stead(**options): options of the test's stead.testing.Store")


@pytest.fixture
def stead_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A new test store in the test's folder, closed at the test's end: `approve`, `sign`, `run_due` and the rest."""
    marker = request.node.get_closest_marker("stead")
    with Store(tmp_path / "stead.db", **(marker.kwargs if marker else {})) as store:
        yield store


@pytest.fixture
def stead_engine(stead_store: Store) -> Engine:
    """The engine of the test's store."""
    return stead_store.engine


@pytest.fixture
def stead_clock(stead_store: Store) -> Clock:
    """The clock of the test's store: `advance(days=1)`."""
    return stead_store.clock


@pytest.fixture
def stead_outbox(stead_store: Store) -> Outbox:
    """What the test's store mailed, and to whom."""
    return stead_store.outbox


@pytest.fixture
def stead_account(stead_store: Store) -> Account:
    """The account Cubeflakes, whose Admin is Luther Cooper: `admin`, `user(name=…, email=…)`."""
    return stead_store.account()


@pytest.fixture
def stead_user(stead_account: Account) -> Session:
    """Session of Hank White, a Member of that account."""
    return stead_account.user(name="Hank White", email="hankwhite@cubeflakes.com")
