"""Chapters: the store is opened, its people are made or found again, Hank logs in."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any, NamedTuple

import stead
import tell
from outbox import deliver


class People(NamedTuple):
    """Who stands in the store, by id."""

    account: str
    office: str
    """The Contracts Office, an Admin."""
    hank: str
    """The assistant."""


def host_secret(folder: Path) -> bytes:
    """The 32 bytes of this store, made once. A real host keeps them in its secret store, not beside the database."""
    file = folder / "host.secret"
    if not file.exists():
        file.write_bytes(secrets.token_bytes(32))
    return file.read_bytes()


def open_store(folder: Path) -> stead.Engine:
    tell.step("A host opens its store: one SQLite file and 32 secret bytes.", 'stead.open("crm.db", secret=…)')
    return stead.open(
        folder / "crm.db",
        secret=host_secret(folder),
        product_name="Cubeflakes CRM",
        public_url="https://crm.cubeflakes.com",
        mail_from="contracts@cubeflakes.com",
        log_origin="crm.cubeflakes.com/log",
    )


def find_people(engine: stead.Engine, folder: Path, data: Path) -> People:
    known = folder / "people.json"
    if known.exists():
        tell.step("The store knows its account and people from an earlier run.")
        ids = json.loads(known.read_text())
        return People(ids["accountId"], ids["officeId"], ids["hankId"])
    people = make_people(engine, data)
    ids = {"accountId": people.account, "officeId": people.office, "hankId": people.hank}
    known.write_text(json.dumps(ids))
    return people


def make_people(engine: stead.Engine, data: Path) -> People:
    tell.step(
        "An account is made, and its people are invited (seed 004) and accept by the link of their mail.",
        "engine.accounts.create, session.users.invite, engine.outbox.take, engine.invitations.accept",
    )
    account = engine.accounts.create(
        name="Cubeflakes", admin=stead.Person(name="Contracts Office", email="contracts@cubeflakes.com")
    )
    tell.say(f"Account {account.name} has the number {account.number}.")
    seed = json.loads((data / "users-invite.seed-004.json").read_text())
    with engine.session(account.admin_user_id) as office:
        _luther, hank = (
            invite(engine, office, user, name)
            for user, name in zip(seed["users"], ["Luther Cooper", "Hank White"], strict=True)
        )
    return People(account.id, account.admin_user_id, hank.id)


def invite(engine: stead.Engine, office: stead.Session, seed: dict[str, Any], name: str) -> stead.User:
    invited = office.users.invite(email=seed["email"], role=seed["role"], meta_data=seed["metaData"])
    token = deliver(engine, invited.email)
    user = engine.invitations.accept(token, name=name)
    tell.say(f"{user.name} <{user.email}> accepted the invitation and is {user.role}.")
    tell.expect(user.status == stead.UserStatus.ACTIVE, "who accepts is active")
    return user


def log_in(engine: stead.Engine, hank: str) -> stead.Session:
    tell.step(
        "Hank gets an API key, shown once, and his program logs in with it.",
        "session.api_keys.create, engine.session_with_key",
    )
    with engine.session(hank) as trusted:
        key = trusted.api_keys.create(name="contract robot").key
    tell.expect(key, "a new key is shown")
    return engine.session_with_key(key or "")
