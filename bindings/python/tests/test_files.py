"""Files by path, as bytes and as file objects, in and out."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

import stead
from conftest import AGREEMENT, DAVID, Office, signer

PDF = AGREEMENT.read_bytes()


def test_every_way_in(office: Office) -> None:
    with AGREEMENT.open("rb") as stream:
        sent = office.hank.documents.send(
            title="Agreement",
            signers=[signer()],
            files=[
                AGREEMENT,
                str(AGREEMENT),
                ("bytes.pdf", PDF),
                ("view.pdf", memoryview(PDF)),
                ("array.pdf", bytearray(PDF)),
                ("path.pdf", AGREEMENT),
                ("memory.pdf", io.BytesIO(PDF)),
                stream,
            ],
        )
        assert not stream.closed
    names = ["agreement.pdf"] * 2 + ["bytes.pdf", "view.pdf", "array.pdf", "path.pdf", "memory.pdf", "agreement.pdf"]
    assert [file.name for file in sent.files] == names
    assert {file.sha256 for file in sent.files} == {hashlib.sha256(PDF).hexdigest()}
    assert {(file.type, file.size, file.pages) for file in sent.files} == {(stead.FileType.PDF, len(PDF), 3)}


def test_every_way_out(office: Office, tmp_path: Path) -> None:
    sent = office.sent()
    token = office.token(DAVID)
    documents, signers = office.hank.documents, office.engine.signers
    info, data = documents.download(sent.id)
    assert data == PDF
    assert (info.name, info.size, info.type) == ("agreement.pdf", len(PDF), stead.FileType.PDF)
    assert signers.download(token).data == PDF
    assert documents.save(sent.id, tmp_path / "a.pdf") == info == signers.save(token, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes() == PDF
    memory = io.BytesIO()
    documents.save(sent.id, memory)
    assert memory.getvalue() == PDF
    assert documents.download_part(sent.id, offset=5, size=7).data == PDF[5:12]
    assert signers.download_part(token, offset=len(PDF)).data == b""
    assert documents.download_part(sent.id, size=0) == (info, b"")
    assert documents.download_part(sent.id, size=2**62).data == PDF


def test_large_files_go_by_parts(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stead._files.PART_BYTES", 1000)
    sent = office.sent()
    assert office.hank.documents.download(sent.id).data == PDF


def test_what_cannot_be_read_leaves_nothing_behind(office: Office, tmp_path: Path) -> None:
    sent = office.sent()
    with pytest.raises(stead.NotFound):
        office.hank.documents.save(sent.id, tmp_path / "none.pdf", file_index=1)
    assert not (tmp_path / "none.pdf").exists()
    with pytest.raises(FileNotFoundError):
        office.hank.documents.send(title="x", signers=[signer()], files=[tmp_path / "none.pdf"])
    with pytest.raises(stead.Invalid) as caught:
        office.hank.documents.send(title="x", signers=[signer()], files=[("note.txt", b"no agreement")])
    assert caught.value.code is stead.Code.MALFORMED_FILE
    with pytest.raises(stead.Invalid):
        office.hank.documents.download_part(sent.id, offset=-1)
    with pytest.raises(stead.Invalid):
        office.hank.documents.download_part(sent.id, size=-1)


def test_a_file_needs_a_name(office: Office) -> None:
    with pytest.raises(TypeError, match="without a name"):
        office.hank.documents.send(title="x", signers=[signer()], files=[io.BytesIO(PDF)])
    with pytest.raises(stead.Invalid):
        office.hank.documents.send(title="x", signers=[signer()], files=[("a\nb.pdf", PDF)])
    with pytest.raises(TypeError):
        office.hank.documents.send(title="x", signers=[signer()], files=[("text.pdf", io.StringIO("text"))])  # type: ignore[list-item]
    with pytest.raises(stead.LimitExceeded):
        office.hank.documents.send(title="x", signers=[signer()], files=[AGREEMENT] * 26)
