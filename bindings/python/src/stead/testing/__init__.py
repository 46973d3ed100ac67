"""For the tests of programs that use Stead: a store of its own for each test, with a clock that the test moves.

    def test_hank_sends_for_luther(stead_store, stead_user):
        luther = stead_user.identities.create(name="Luther Cooper", email="luthercooper@cubeflakes.com")
        stead_store.approve(luther)  # Luther opens the mailed link and agrees
        sent = my_program.send_contract(stead_user, on_behalf_of=luther.email)
        stead_store.sign(sent, by="david@cubeflakes.com")  # so does David, and signs
        stead_store.clock.advance(days=1)
        assert stead_store.outbox.to("luthercooper@cubeflakes.com")

With pytest the fixtures are there as soon as Stead is installed: `stead_store`, `stead_engine`, `stead_clock`,
`stead_outbox`, `stead_account` and `stead_user` (see `stead.testing.plugin`). Without pytest:

    with stead.testing.Store("test.db") as store:
        hank = store.account().user(name="Hank White", email="hankwhite@cubeflakes.com")

Ids, links and times repeat from run to run. A test store is for one thread.
"""

from __future__ import annotations

from ._account import Account
from ._clock import START, Clock
from ._outbox import Outbox
from ._pdf import pdf
from ._store import Store

__all__ = ["START", "Account", "Clock", "Outbox", "Store", "pdf"]
