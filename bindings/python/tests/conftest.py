"""A test store with the people of the contract samples: Hank acts, Luther owns, David signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import stead

ROOT = Path(__file__).resolve().parents[3]
AGREEMENT = ROOT / "examples/data/agreement.pdf"
HANK = "hankwhite@cubeflakes.com"
LUTHER = "luthercooper@cubeflakes.com"
DAVID = "david@cubeflakes.com"
START = datetime(2026, 1, 1, tzinfo=UTC)
SECRET = bytes([7]) * 32


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the counts of the long tier")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        chosen = [item for item in items if "long" not in item.keywords]
        config.hook.pytest_deselected(items=[item for item in items if "long" in item.keywords])
        items[:] = chosen


@dataclass
class Office:
    """An account on a test store, with Hank as its Admin."""

    engine: stead.Engine
    account: stead.NewAccount
    hank: stead.Session
    now: datetime = START

    def wait(self, duration: timedelta) -> None:
        self.now += duration
        self.engine.set_test_clock(self.now)

    def mails(self, to: str | None = None) -> list[stead.Message]:
        """Takes and acknowledges everything that is due; answers what went to `to`."""
        taken = []
        while batch := self.engine.outbox.take(max=100):
            for message in batch:
                self.engine.outbox.ack(message)
                taken.append(message)
        return [message for message in taken if to in (None, message.to.email)]

    def token(self, to: str) -> str:
        """The secret of the newest link that was mailed to `to`."""
        token = self.mails(to)[-1].token
        assert token is not None
        return token

    def asked(self) -> stead.Identity:
        return self.hank.identities.create(name="Luther Cooper", email=LUTHER)

    def consented(self) -> stead.Session:
        """Hank for Luther, with Luther's consent to everything."""
        self.asked()
        token = self.token(LUTHER)
        self.engine.owners.approve(token, text_hash=self.engine.owners.look(token).text_hash)
        return self.hank.on_behalf_of(LUTHER)

    def sent(self, session: stead.Session | None = None) -> stead.SentDocument:
        return (session or self.hank).documents.send(title="Agreement", signers=[signer()], files=[AGREEMENT])


def signer(email: str = DAVID, **more: object) -> stead.NewSigner:
    return stead.NewSigner(
        name="David",
        email_address=email,
        form_fields=[
            stead.FormField(
                id="sign",
                field_type=stead.FieldType.SIGNATURE,
                page_number=1,
                bounds=stead.Bounds(x=50, y=600, width=120.5, height=40),
            )
        ],
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "crm.db"


@pytest.fixture
def engine(store: Path) -> Iterator[stead.Engine]:
    with stead.open(store, secret=SECRET, test_clock=START, test_id_seed=1) as engine:
        yield engine


def office_on(engine: stead.Engine) -> Office:
    account = engine.accounts.create(name="Cubeflakes", admin=stead.Person(name="Hank White", email=HANK))
    return Office(engine, account, engine.session(account.admin_user_id))


@pytest.fixture
def office(engine: stead.Engine) -> Office:
    return office_on(engine)
