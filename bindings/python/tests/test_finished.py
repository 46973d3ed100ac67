"""Brands, and what remains of a document: its finished form and its certificate."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO

import pytest

import stead
from conftest import AGREEMENT, DAVID, LUTHER, Office, signer

ROOT = AGREEMENT.parents[2]
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9" fill="navy"/></svg>'


def test_brands(office: Office) -> None:
    brands = office.hank.brands
    made = brands.create(
        name="Cubeflakes",
        logo=("logo.svg", LOGO),
        button_color="navy",
        signature_frame_settings=stead.SignatureFrameChange(enable_signature_frame=True),
        document_expiry_settings={"expiryDateType": "Days", "expiryValue": 7},
    )
    assert (made.logo.type, made.logo.size) == (stead.FileType.SVG, len(LOGO))
    assert made.signature_frame_settings.enable_signature_frame
    assert made.email_signed_document is stead.SignedDocumentMail.ATTACHMENT
    assert brands.logo(made.id).data == LOGO
    assert brands.logo_part(made.id, offset=1, size=3).data == b"svg"
    assert brands.make_default(made.id).is_default
    sent = office.sent(office.hank)
    changed = brands.update(made.id, button_color="", logo=("logo.png", (ROOT / "tests/data/sample.png").read_bytes()))
    assert (changed.button_color, changed.logo.type) == (None, stead.FileType.PNG)
    look = office.hank.documents.get(sent.id).brand
    assert look is not None
    assert look.button_color == "navy"
    assert office.engine.signers.view(office.token(DAVID)).brand == look
    with pytest.raises(stead.Conflict) as caught:
        brands.delete(made.id)
    assert caught.value.code is stead.Code.BRAND_IN_USE
    office.hank.documents.revoke(sent.id, message="another look")
    assert brands.delete(made.id).id == made.id
    assert brands.list().items == ()
    with pytest.raises(stead.NotFound):
        brands.get(made.id)
    with pytest.raises(stead.Invalid):
        brands.create(name="x", logo=("logo.svg", b"<svg><script/></svg>"))


def test_what_remains_of_a_document(office: Office) -> None:
    luther = office.consented()
    office.hank.identities.update(LUTHER, notification_settings=stead.NotificationChange(attach_signed_document=True))
    sent = office.sent(luther)
    token = office.token(DAVID)
    with pytest.raises(stead.Refused) as caught:
        luther.documents.certificate(sent.id)
    assert caught.value.code is stead.Code.WRONG_STATE
    office.engine.signers.sign(token, values={"sign": "David"})

    certificate = luther.documents.certificate(sent.id)
    assert certificate.data.startswith(b"%PDF-")
    assert certificate.info.sha256 == hashlib.sha256(certificate.data).hexdigest()
    assert luther.documents.certificate_part(sent.id, offset=1, size=3).data == b"PDF"
    assert office.engine.signers.certificate(token) == certificate
    assert office.engine.signers.certificate_part(token, size=4).data == b"%PDF"

    finished = luther.documents.finished(sent.id)
    assert finished.info.type is stead.FileType.PDF
    assert finished.data != AGREEMENT.read_bytes()
    assert office.engine.signers.finished(token) == finished
    assert office.engine.signers.finished_part(token, offset=1, size=3).data == b"PDF"
    apart = luther.documents.finished(sent.id, format=stead.FinishedFormat.INDIVIDUALLY)
    with zipfile.ZipFile(BytesIO(apart.data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["agreement.pdf"]
        assert archive.read("agreement.pdf") == finished.data

    mail = next(mail for mail in office.engine.outbox.take(max=100) if mail.attach)
    assert office.engine.outbox.attachment(mail) == finished
    assert office.engine.outbox.attachment_part(mail.id, mail.lease, index=1) == certificate
    with pytest.raises(stead.NotFound):
        office.engine.outbox.attachment(mail, index=2)

    handed = office.engine.documents.finish(sent.id, AGREEMENT)
    assert handed.file.size == len(AGREEMENT.read_bytes())
    assert luther.documents.finished(sent.id).data == AGREEMENT.read_bytes()


def test_a_word_document_has_no_pages_here(office: Office) -> None:
    word = ROOT / "tests/data/sample.docx"
    sent = office.hank.documents.send(title="Terms", signers=[signer()], files=[word])
    office.engine.signers.sign(office.token(DAVID), values={"sign": "David"})
    with pytest.raises(stead.Refused) as caught:
        office.hank.documents.finished(sent.id)
    assert caught.value.code is stead.Code.CANNOT_RENDER
    archive = zipfile.ZipFile(BytesIO(office.hank.documents.finished(sent.id, format="Individually").data))
    assert archive.read("sample.docx") == word.read_bytes()
