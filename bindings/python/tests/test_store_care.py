"""Backup, restore, check and rotation: what keeps a store trustworthy."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

import stead
from conftest import SECRET, Office, office_on

NEW_SECRET = bytes([8]) * 32


def test_a_backup_opens_and_continues_its_checkpoint(office: Office, tmp_path: Path) -> None:
    before = office.engine.audit.checkpoint(office.account.id)
    copy = tmp_path / "copy.db"
    backup = office.engine.backup(copy)
    assert (backup.path, backup.bytes) == (str(copy), copy.stat().st_size)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with pytest.raises(stead.Conflict) as caught:
        office.engine.backup(copy)
    assert caught.value.code is stead.Code.BACKUP_EXISTS
    office.asked()
    later = office.engine.audit.checkpoint(office.account.id)
    with stead.open(copy, secret=SECRET, expect_checkpoint=[before.checkpoint]) as restored:
        assert restored.audit.checkpoint(office.account.id).root == before.root
    with pytest.raises(stead.StorageFailed) as behind:
        stead.open(copy, secret=SECRET, expect_checkpoint=later.checkpoint)
    assert behind.value.code is stead.Code.STORE_BEHIND


def test_a_store_is_checked_in_steps(office: Office) -> None:
    check = office.engine.check(max_steps=1)
    assert check
    assert (check.steps, check.findings) == (1, ())
    while check.next_cursor is not None:
        check = office.engine.check(cursor=check.next_cursor)
        assert check.ok


def test_a_trail_is_verified_in_parts(office: Office) -> None:
    office.sent()
    whole = office.engine.audit.verify(office.account.id)
    part = office.engine.audit.verify_part(office.account.id, max=1)
    assert part
    assert (part.from_, part.to, part.next, part.checked) == (0, 1, 1, 1)
    last = office.engine.audit.verify_part(office.account.id, from_=1, deep=True)
    assert (last.to, last.next, last.root) == (whole.size, None, whole.root)


def test_a_new_secret_takes_over(store: Path) -> None:
    with stead.open(store, secret=SECRET) as engine:
        account = office_on(engine).account
        before = engine.audit.checkpoint(account.id)
    with stead.open(store, secret=NEW_SECRET, previous_secrets=[SECRET]) as engine:
        after = engine.audit.checkpoint(account.id)
        entry = engine.session(account.admin_user_id).audit.list(from_=before.size).items[0].entry
        proof = engine.audit.prove_consistency(account.id, from_=before.size, to=after.size).proof
    assert entry.operation == "account.rotateKey"
    assert after.vkey != before.vkey
    assert stead.verify_consistency(before.checkpoint, proof, vkeys=[before.vkey, after.vkey])
    assert stead.verify_consistency(before.checkpoint, proof, vkeys=before.vkey, newer=after.checkpoint)
    check = stead.verify_consistency(before.checkpoint, proof, vkeys=after.vkey)
    assert not check
    assert check.broken is not None
    assert check.broken.check == "older"
    with pytest.raises(stead.StorageFailed) as caught:
        stead.open(store, secret=SECRET)
    assert caught.value.code is stead.Code.SECRET_MISMATCH
