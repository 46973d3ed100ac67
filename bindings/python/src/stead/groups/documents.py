"""Documents, from the side of their sender. Source: contract 4, design 3."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import IO, Any

from .. import _core
from .._files import PART_BYTES, FilePart, FileSource, Path, read_part, read_whole, save_whole, upload_of
from .._paging import Page, first_page
from .._wire import UNSET, Unset, request
from .._words import (
    BehalfPage,
    DateFilterType,
    DocumentStatus,
    DocumentView,
    ExpiryDateType,
    FinishedFormat,
    TransmitType,
)
from ..records.documents import (
    AccessCodeChanged,
    BehalfRow,
    ChangedRecipient,
    DeletedDocument,
    Document,
    DocumentAuditLog,
    DocumentRow,
    DownloadInfo,
    ExtendedExpiry,
    FinishedDocument,
    HandedOver,
    PrefilledDocument,
    Reminded,
    RevokedDocument,
    SentDocument,
    TaggedDocument,
)
from ..records.sending import NewCc, NewSigner
from ._group import Group


class HostDocuments(Group[_core.Engine]):
    """What the host itself does with documents, whoever sent them."""

    __slots__ = ()

    def finish(self, document_id: str, file: FileSource) -> FinishedDocument:
        """Hands in the finished document that the host made itself, one PDF, in place of Stead's.

        For what Stead cannot render, a Word document for example. Raises NotFound (documentNotFound), Refused
        (wrongState: not Completed), Invalid (malformedFile), LimitExceeded (tooLarge). Source: contract 4.1.
        """
        return FinishedDocument.from_json(_core.document_finish(self._handle, document_id, upload_of([file])))


class Documents(Group[_core.Session]):
    """Documents of the session's user, or of the person acted for.

    One that the session must not know of raises NotFound (documentNotFound). An act on a document that was sent for
    somebody, in a session that does not act for that person, raises Refused (principalRequired).
    """

    __slots__ = ()

    def send(
        self,
        *,
        title: str,
        signers: Iterable[NewSigner | Mapping[str, Any]],
        files: Iterable[FileSource],
        message: str | Unset | None = UNSET,
        enable_signing_order: bool | Unset | None = UNSET,
        cc: Iterable[NewCc | Mapping[str, Any]] | Unset | None = UNSET,
        disable_emails: bool | Unset | None = UNSET,
        scheduled_send_at: datetime | Unset | None = UNSET,
        expiry_date_type: ExpiryDateType | str | Unset | None = UNSET,
        expiry_days: int | Unset | None = UNSET,
        expiry_value: int | Unset | None = UNSET,
        expires_at: datetime | Unset | None = UNSET,
        labels: Iterable[str] | Unset | None = UNSET,
        meta_data: Mapping[str, str | None] | Unset | None = UNSET,
        brand_id: str | Unset | None = UNSET,
        request_id: str | Unset | None = UNSET,
    ) -> SentDocument:
        """Sends a document for signature, as oneself or for the person acted for.

        `title`: 1 to 256 characters. `signers`: 1 to 50. `files`: at most 25 of 25 MiB, each a path, a file object or
        `(name, content)`. `scheduled_send_at`: in the future, at most 180 days; it is decided again at that moment.
        `expiry_value`: days (1 to 180) or hours (8 to 4320) by `expiry_date_type`; `expires_at` with
        "SpecificDateTime". `request_id`: a retry with it within 24 hours gets the first answer back.
        Raises Invalid (every field at once; malformedFile), LimitExceeded (tooLarge), Refused with the reasons of
        design 4. Source: contract 4.5.
        """
        return SentDocument.from_json(
            _core.document_send(
                self._handle,
                request(
                    title=title,
                    signers=signers,
                    message=message,
                    enable_signing_order=enable_signing_order,
                    cc=cc,
                    disable_emails=disable_emails,
                    scheduled_send_at=scheduled_send_at,
                    expiry_date_type=expiry_date_type,
                    expiry_days=expiry_days,
                    expiry_value=expiry_value,
                    expires_at=expires_at,
                    labels=labels,
                    meta_data=meta_data,
                    brand_id=brand_id,
                    request_id=request_id,
                ),
                upload_of(files),
            )
        )

    def get(self, document_id: str) -> Document:
        """The document with signers, files, settings and history. Not audited. Source: contract 4.6."""
        return Document.from_json(_core.document_get(self._handle, document_id))

    def list(
        self,
        *,
        page: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
        status: Iterable[DocumentStatus | DocumentView | str] | Unset | None = UNSET,
        search: str | Unset | None = UNSET,
        transmit_type: TransmitType | str | Unset | None = UNSET,
        date_filter_type: DateFilterType | str | Unset | None = UNSET,
        start_at: datetime | Unset | None = UNSET,
        end_at: datetime | Unset | None = UNSET,
        labels: Iterable[str] | Unset | None = UNSET,
        brand_ids: Iterable[str] | Unset | None = UNSET,
        sent_by: Iterable[str] | Unset | None = UNSET,
        recipients: Iterable[str] | Unset | None = UNSET,
    ) -> Page[DocumentRow]:
        """Documents sent as oneself, or received, newest first; not what is in the trash.

        `page_size`: 1 to 100, 10 unless told. `status`: where they stand, or how they look to the user who asks.
        `transmit_type`: SENT unless told. `sent_by`, `recipients`: addresses. Of several values one is enough.
        Source: contract 4.2.
        """
        return first_page(
            DocumentRow,
            partial(_core.document_list, self._handle),
            page=page,
            page_size=page_size,
            cursor=cursor,
            status=status,
            search=search,
            transmit_type=transmit_type,
            date_filter_type=date_filter_type,
            start_at=start_at,
            end_at=end_at,
            labels=labels,
            brand_ids=brand_ids,
            sent_by=sent_by,
            recipients=recipients,
        )

    def team_list(
        self,
        *,
        page: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
        status: Iterable[DocumentStatus | DocumentView | str] | Unset | None = UNSET,
        search: str | Unset | None = UNSET,
        transmit_type: TransmitType | str | Unset | None = UNSET,
        date_filter_type: DateFilterType | str | Unset | None = UNSET,
        start_at: datetime | Unset | None = UNSET,
        end_at: datetime | Unset | None = UNSET,
        labels: Iterable[str] | Unset | None = UNSET,
        brand_ids: Iterable[str] | Unset | None = UNSET,
        user_ids: Iterable[str] | Unset | None = UNSET,
        team_ids: Iterable[str] | Unset | None = UNSET,
    ) -> Page[DocumentRow]:
        """Documents of the users of the own team (TeamAdmin) or of the account (Admin), newest first.

        Arguments as those of `list`. Raises Refused (lacksRole). Source: contract 4.2.
        """
        return first_page(
            DocumentRow,
            partial(_core.document_team_list, self._handle),
            page=page,
            page_size=page_size,
            cursor=cursor,
            status=status,
            search=search,
            transmit_type=transmit_type,
            date_filter_type=date_filter_type,
            start_at=start_at,
            end_at=end_at,
            labels=labels,
            brand_ids=brand_ids,
            user_ids=user_ids,
            team_ids=team_ids,
        )

    def behalf_list(
        self,
        *,
        page_type: BehalfPage | str | Unset | None = UNSET,
        page: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
        status: Iterable[DocumentStatus | DocumentView | str] | Unset | None = UNSET,
        search: str | Unset | None = UNSET,
        start_at: datetime | Unset | None = UNSET,
        end_at: datetime | Unset | None = UNSET,
        labels: Iterable[str] | Unset | None = UNSET,
        brand_ids: Iterable[str] | Unset | None = UNSET,
        signers: Iterable[str] | Unset | None = UNSET,
        identity_emails: Iterable[str] | Unset | None = UNSET,
        identity_email: str | Unset | None = UNSET,
    ) -> Page[BehalfRow]:
        """Documents sent on behalf, newest first.

        `page_type`: sent by the session's user (BEHALF_OF_OTHERS, unless told) or in the user's name (BEHALF_OF_ME).
        Source: contract 4.2.
        """
        return first_page(
            BehalfRow,
            partial(_core.document_behalf_list, self._handle),
            page_type=page_type,
            page=page,
            page_size=page_size,
            cursor=cursor,
            status=status,
            search=search,
            start_at=start_at,
            end_at=end_at,
            labels=labels,
            brand_ids=brand_ids,
            signers=signers,
            identity_emails=identity_emails,
            identity_email=identity_email,
        )

    def revoke(self, document_id: str, *, message: str, version: int | Unset | None = UNSET) -> RevokedDocument:
        """Calls a document back. `message`: why, 1 to 5000 characters.

        Raises Refused (wrongState), Conflict (versionMoved). Source: contract 4.
        """
        return RevokedDocument.from_json(
            _core.document_revoke(self._handle, document_id, request(message=message, version=version))
        )

    def remind(
        self,
        document_id: str,
        *,
        signer_emails: Iterable[str] | Unset | None = UNSET,
        message: str | Unset | None = UNSET,
    ) -> Reminded:
        """Reminds signers; everybody who is waited for unless `signer_emails` are told.

        Raises Refused (wrongState), NotFound (signerNotFound). Source: contract 4.
        """
        return Reminded.from_json(
            _core.document_remind(self._handle, document_id, request(signer_emails=signer_emails, message=message))
        )

    def hand_over(
        self,
        *,
        document_ids: Iterable[str],
        to_user_id: str,
        dry_run: bool | Unset | None = UNSET,
        plan_id: str | Unset | None = UNSET,
    ) -> HandedOver:
        """Gives 1 to 100 documents another holder, who needs a consent of his own to act for their principals.

        `dry_run`: only the plan. `plan_id`: of a dry run; the change is made only while its plan is still this one.
        Raises Refused (wrongState), NotFound (documentNotFound, userNotFound), Conflict (planChanged).
        Source: design 3.
        """
        return HandedOver.from_json(
            _core.document_hand_over(
                self._handle,
                request(document_ids=document_ids, to_user_id=to_user_id, dry_run=dry_run, plan_id=plan_id),
            )
        )

    def change_access_code(
        self,
        document_id: str,
        *,
        access_code: str,
        signer_id: str | Unset | None = UNSET,
        signer_email: str | Unset | None = UNSET,
        signer_order: int | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
    ) -> AccessCodeChanged:
        """Gives one signer a new access code, 1 to 50 characters.

        The signer is told by `signer_id`, or by `signer_email` and, where it stands twice, `signer_order`.
        Raises Refused (wrongState), NotFound (signerNotFound). Source: contract 4.
        """
        return AccessCodeChanged.from_json(
            _core.document_change_access_code(
                self._handle,
                document_id,
                request(
                    access_code=access_code,
                    signer_id=signer_id,
                    signer_email=signer_email,
                    signer_order=signer_order,
                    version=version,
                ),
            )
        )

    def extend_expiry(
        self,
        document_id: str,
        *,
        expires_at: datetime,
        version: int | Unset | None = UNSET,
    ) -> ExtendedExpiry:
        """Gives the signers more time; what had expired is under way again.

        `expires_at`: later than the deadline there is, at most 180 days away.
        Raises Refused (wrongState), Conflict (versionMoved). Source: contract 4.3.
        """
        return ExtendedExpiry.from_json(
            _core.document_extend_expiry(self._handle, document_id, request(expires_at=expires_at, version=version))
        )

    def add_tags(
        self,
        document_id: str,
        *,
        tags: Iterable[str],
        version: int | Unset | None = UNSET,
    ) -> TaggedDocument:
        """Adds labels; one that stands already changes nothing.

        `tags`: 1 to 50 of at most 255 characters; a document has at most 50.
        Raises Refused (wrongState), Conflict (versionMoved). Source: contract 4.1.
        """
        return TaggedDocument.from_json(
            _core.document_add_tags(self._handle, document_id, request(tags=tags, version=version))
        )

    def delete_tags(
        self,
        document_id: str,
        *,
        tags: Iterable[str],
        version: int | Unset | None = UNSET,
    ) -> TaggedDocument:
        """Takes labels away; one that does not stand changes nothing.

        `tags`: 1 to 50 of at most 255 characters; a document has at most 50.
        Raises Refused (wrongState), Conflict (versionMoved). Source: contract 4.1.
        """
        return TaggedDocument.from_json(
            _core.document_delete_tags(self._handle, document_id, request(tags=tags, version=version))
        )

    def delete(
        self,
        document_id: str,
        *,
        delete_permanently: bool | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
    ) -> DeletedDocument:
        """Deletes what is Draft, Completed, Declined or Revoked: to the trash, or permanently.

        The trash is emptied of it after 30 days. Its entries stay in the audit trail.
        Raises Refused (wrongState), Conflict (versionMoved). Source: contract 4.3.
        """
        return DeletedDocument.from_json(
            _core.document_delete(
                self._handle,
                document_id,
                request(delete_permanently=delete_permanently, version=version),
            )
        )

    def change_recipient(
        self,
        document_id: str,
        *,
        new_signer_name: str,
        reason: str,
        signer_id: str | Unset | None = UNSET,
        signer_email: str | Unset | None = UNSET,
        signer_order: int | Unset | None = UNSET,
        new_signer_email: str | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
    ) -> ChangedRecipient:
        """Puts another person in the place of a signer who is not done.

        The signer is told by `signer_id`, or by `signer_email` and, where it stands twice, `signer_order`.
        Without `new_signer_email` only the name changes. The link of the one before dies, and he is told.
        Raises Refused (wrongState), NotFound (signerNotFound). Source: contract 4.3.
        """
        return ChangedRecipient.from_json(
            _core.document_change_recipient(
                self._handle,
                document_id,
                request(
                    new_signer_name=new_signer_name,
                    reason=reason,
                    signer_id=signer_id,
                    signer_email=signer_email,
                    signer_order=signer_order,
                    new_signer_email=new_signer_email,
                    version=version,
                ),
            )
        )

    def prefill(
        self,
        document_id: str,
        *,
        values: Mapping[str, str | None],
        version: int | Unset | None = UNSET,
    ) -> PrefilledDocument:
        """Fills in text and check boxes of signers who are not done. `values`: by field id; "" or None empties a field.

        Raises Invalid, which names bad values as "/values/<field id>"; Refused (wrongState). Source: contract 4.1.
        """
        return PrefilledDocument.from_json(
            _core.document_prefill(self._handle, document_id, request(values=values, version=version))
        )

    def download(self, document_id: str, *, file_index: int = 0) -> FilePart:
        """A whole file as `(info, data)`, in memory; audited. Raises NotFound (fileNotFound). Source: contract 4."""
        return read_whole(partial(_core.document_download, self._handle, document_id, file_index))

    def download_part(
        self, document_id: str, *, file_index: int = 0, offset: int = 0, size: int = PART_BYTES
    ) -> FilePart:
        """At most `size` bytes of a file from `offset` on, none at its end; audited where `offset` is 0.

        Raises NotFound (fileNotFound), Invalid (malformedArgument) for a negative number. Source: contract 4.
        """
        return read_part(partial(_core.document_download, self._handle, document_id, file_index), offset, size)

    def save(self, document_id: str, to: Path | IO[bytes], *, file_index: int = 0) -> DownloadInfo:
        """Writes a file to a path or a file object, part by part; audited. Raises NotFound (fileNotFound).

        Source: contract 4.
        """
        return save_whole(partial(_core.document_download, self._handle, document_id, file_index), to)

    def certificate(self, document_id: str) -> FilePart:
        """The audit certificate of a document that has ended, a PDF, as `(info, data)`; audited as document.auditLog.

        Who sent it, in whose name and by what right, the consent, the signers, the hashes of the files, what happened,
        the signed head of the log, how to verify it and what it does not prove. Raises Refused (wrongState: not ended
        yet). Source: design 6.
        """
        return read_whole(partial(_core.document_certificate, self._handle, document_id))

    def certificate_part(self, document_id: str, *, offset: int = 0, size: int = PART_BYTES) -> FilePart:
        """At most `size` bytes of the certificate from `offset` on; audited where `offset` is 0. Source: design 6."""
        return read_part(partial(_core.document_certificate, self._handle, document_id), offset, size)

    def finished(self, document_id: str, *, format: FinishedFormat | str | Unset | None = UNSET) -> FilePart:
        """The finished document as `(info, data)` once it is Completed; audited as document.download.

        `format`: COMBINED (unless told), one PDF with what the signers filled in, pictures turned into pages; or
        INDIVIDUALLY, a zip with a PDF for each file and Word documents as they were sent. Raises Refused (wrongState,
        cannotRender), LimitExceeded (tooLarge: more than 200 MB together). Source: contract 4.1.
        """
        return read_whole(partial(_core.document_finished, self._handle, document_id, request(format=format)))

    def finished_part(
        self,
        document_id: str,
        *,
        format: FinishedFormat | str | Unset | None = UNSET,
        offset: int = 0,
        size: int = PART_BYTES,
    ) -> FilePart:
        """At most `size` bytes of the finished document from `offset` on; audited where `offset` is 0.

        Raises Refused (wrongState, cannotRender). Source: contract 4.1.
        """
        return read_part(
            partial(_core.document_finished, self._handle, document_id, request(format=format)), offset, size
        )

    def audit_log(self, document_id: str) -> DocumentAuditLog:
        """What happened to the document, with the signed head of the trail; audited. Source: contract 4, design 6."""
        return DocumentAuditLog.from_json(_core.document_audit_log(self._handle, document_id))
