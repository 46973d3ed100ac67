"""Sender identities, from the side of their creator. Source: contract 2, design 3."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial

from .. import _core
from .._paging import Page, first_page
from .._wire import UNSET, Unset, request
from .._words import Locale, Operation
from ..records.identities import (
    ConsentEvidence,
    DeletedIdentity,
    Identity,
    NotificationChange,
    NotificationSettings,
)
from ._group import Group

Settings = NotificationChange | NotificationSettings | Mapping[str, bool | None]


class Identities(Group[_core.Session]):
    """The session user's sender identities. Only their creator sees, lists, changes or uses them.

    `id_or_email`: the identity's id, or the e-mail address of the person.
    """

    __slots__ = ()

    def create(
        self,
        *,
        name: str,
        email: str,
        notification_settings: Settings | Unset | None = UNSET,
        brand_id: str | Unset | None = UNSET,
        redirect_url: str | Unset | None = UNSET,
        meta_data: Mapping[str, str | None] | Unset | None = UNSET,
        locale: Locale | str | Unset | None = UNSET,
        operations: Iterable[Operation | str] | Unset | None = UNSET,
        from_: datetime | Unset | None = UNSET,
        until: datetime | Unset | None = UNSET,
        request_id: str | Unset | None = UNSET,
    ) -> Identity:
        """Asks a person for consent; the identity is Pending and the mail to the owner planned.

        `name`: 1 to 80 characters. `email`: at most 250 bytes. `operations`: what to ask for, all that can be granted
        unless told. `from_`, `until`: when the grant shall begin and end. `redirect_url`: where the owner goes after
        the answer. `meta_data`: at most 50 pairs. `request_id`: a retry with it gets the first answer back.
        Raises Invalid, Conflict (identityExists), Refused (selfApproval), LimitExceeded (tooMany).
        Source: contract 2.2, 2.7.
        """
        return Identity.from_json(
            _core.identity_create(
                self._handle,
                request(
                    name=name,
                    email=email,
                    notification_settings=notification_settings,
                    brand_id=brand_id,
                    redirect_url=redirect_url,
                    meta_data=meta_data,
                    locale=locale,
                    operations=operations,
                    from_=from_,
                    until=until,
                    request_id=request_id,
                ),
            )
        )

    def get(self, id_or_email: str) -> Identity:
        """The identity. Raises NotFound (identityNotFound). Source: contract 2.4."""
        return Identity.from_json(_core.identity_get(self._handle, id_or_email))

    def list(
        self,
        *,
        page: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
        search: str | Unset | None = UNSET,
        brand_ids: Iterable[str] | Unset | None = UNSET,
    ) -> Page[Identity]:
        """Own identities, newest first. `search`: in name or e-mail. `page_size`: 1 to 100, 10 unless told.

        Source: contract 2.4.
        """
        return first_page(
            Identity,
            partial(_core.identity_list, self._handle),
            page=page,
            page_size=page_size,
            cursor=cursor,
            search=search,
            brand_ids=brand_ids,
        )

    def update(
        self,
        id_or_email: str,
        *,
        name: str | Unset | None = UNSET,
        redirect_url: str | Unset | None = UNSET,
        meta_data: Mapping[str, str | None] | Unset | None = UNSET,
        notification_settings: Settings | Unset | None = UNSET,
        locale: Locale | str | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
    ) -> Identity:
        """Changes an identity; at least one argument beside `version`, which is the one that was read.

        Metadata and settings are partial: what is not named stays, None clears. On a Verified identity the owner is
        told of a new name or new settings. Raises Invalid, NotFound (identityNotFound), Conflict (versionMoved).
        Source: contract 2.2.
        """
        return Identity.from_json(
            _core.identity_update(
                self._handle,
                id_or_email,
                request(
                    name=name,
                    redirect_url=redirect_url,
                    meta_data=meta_data,
                    notification_settings=notification_settings,
                    locale=locale,
                    version=version,
                ),
            )
        )

    def resend(self, id_or_email: str) -> Identity:
        """Mails the request again in a new consent round; the old link is dead. Only while Pending.

        Raises Refused (wrongState), LimitExceeded (tooMany), NotFound (identityNotFound). Source: contract 2.5.
        """
        return Identity.from_json(_core.identity_resend(self._handle, id_or_email))

    def rerequest(
        self,
        id_or_email: str,
        *,
        operations: Iterable[Operation | str] | Unset | None = UNSET,
        from_: datetime | Unset | None = UNSET,
        until: datetime | Unset | None = UNSET,
    ) -> Identity:
        """Asks again after Denied, Revoked or the end of the grant; None clears `from_` or `until`.

        Raises Refused (wrongState; consentDenied when the owner wants no more questions), LimitExceeded (tooMany),
        NotFound (identityNotFound). Source: contract 2.5, design 3.
        """
        return Identity.from_json(
            _core.identity_rerequest(
                self._handle, id_or_email, request(operations=operations, from_=from_, until=until)
            )
        )

    def delete(self, id_or_email: str) -> DeletedIdentity:
        """Deletes the identity; its grant ends, the owner is told, documents keep the name they were sent with.

        Raises NotFound (identityNotFound). Source: design 3.
        """
        return DeletedIdentity.from_json(_core.identity_delete(self._handle, id_or_email))

    def evidence(self, id_or_email: str) -> ConsentEvidence:
        """How consent was asked and given, for the creator or an Auditor.

        Raises NotFound (identityNotFound). Source: design 3.
        """
        return ConsentEvidence.from_json(_core.identity_evidence(self._handle, id_or_email))
