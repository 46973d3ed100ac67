"""Row 8 of the budgets: what asking through Python adds to the C call, against a trivial pybind11 call of its shape.

Prints one JSON line. Variants are interleaved in rounds; the figures are medians, without the loop around the calls.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import timeit

import stead

sys.path[:0] = sys.argv[1:2]  # where _bench was built
import _bench  # noqa: E402

CALLS = 100_000
ROUNDS = 15
OPERATION = "document.send"
LUTHER = "luthercooper@cubeflakes.com"


def per_call_ns(statement: str, names: dict[str, object]) -> float:
    return timeit.Timer(statement, globals=names).timeit(CALLS) / CALLS * 1e9


def measured(session: stead.Session) -> dict[str, float]:
    names: dict[str, object] = {
        "session": session,
        "trivial": _bench.trivial,
        "operation": OPERATION,
        "luther": LUTHER,
    }
    statements = {
        "loop": "pass",
        "trivial": "trivial(operation, luther)",
        "authorize": "session.may(operation, for_=luther)",
        "decide": "session.decide(operation, for_=luther)",
    }
    rounds: dict[str, list[float]] = {name: [] for name in (*statements, "c_authorize")}
    for _ in range(ROUNDS):
        rounds["c_authorize"].append(_bench.authorize_ns(session._handle, OPERATION, LUTHER, CALLS))
        for name, statement in statements.items():
            rounds[name].append(per_call_ns(statement, names))
    median = {name: statistics.median(values) for name, values in rounds.items()}
    return {name: value - (0 if name == "c_authorize" else median["loop"]) for name, value in median.items()}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, stead.open(f"{folder}/crm.db", secret=bytes([7]) * 32) as engine:
        account = engine.accounts.create(
            name="Cubeflakes", admin=stead.Person(name="Hank White", email="hankwhite@cubeflakes.com")
        )
        session = engine.session(account.admin_user_id)
        session.identities.create(name="Luther Cooper", email=LUTHER)
        (message,) = engine.outbox.take()
        engine.owners.approve(message.token or "", text_hash=engine.owners.look(message.token or "").text_hash)
        ns = measured(session)
    added = ns["authorize"] - ns["c_authorize"]
    line = {
        "row": 8,
        "language": "python",
        "authorize_ns": round(ns["authorize"]),
        "c_authorize_ns": round(ns["c_authorize"]),
        "trivial_ns": round(ns["trivial"]),
        "decide_ns": round(ns["decide"]),
        "added": round(added),
        "ratio": round(added / ns["trivial"], 2),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
