"""Brands: how the mails and pages of documents look. Source: contract 5."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from .. import _core
from .._files import PART_BYTES, FilePart, FileSource, read_part, read_whole, upload_of
from .._wire import UNSET, Unset, request
from .._words import SignedDocumentMail
from ..records.brands import Brand, BrandDomain, BrandExpiry, BrandList, DeletedBrand, SignatureFrameChange
from ._group import Group


class Brands(Group[_core.Session]):
    """Brands of the account: made and changed by an Admin, seen by everybody.

    Colours are "#rgb", "#rrggbb" or names of CSS. An unknown brand raises NotFound (brandNotFound).
    """

    __slots__ = ()

    def create(
        self,
        *,
        name: str,
        logo: FileSource,
        is_default: bool | Unset | None = UNSET,
        background_color: str | Unset | None = UNSET,
        button_color: str | Unset | None = UNSET,
        button_text_color: str | Unset | None = UNSET,
        email_display_name: str | Unset | None = UNSET,
        disclaimer_title: str | Unset | None = UNSET,
        disclaimer_description: str | Unset | None = UNSET,
        redirect_url: str | Unset | None = UNSET,
        can_hide_tag_line: bool | Unset | None = UNSET,
        combine_audit_trail: bool | Unset | None = UNSET,
        combine_attachments: bool | Unset | None = UNSET,
        exclude_audit_trail_from_email: bool | Unset | None = UNSET,
        email_signed_document: SignedDocumentMail | str | Unset | None = UNSET,
        document_time_zone: str | Unset | None = UNSET,
        show_built_in_form_fields: bool | Unset | None = UNSET,
        allow_custom_field_creation: bool | Unset | None = UNSET,
        show_shared_custom_fields: bool | Unset | None = UNSET,
        hide_decline: bool | Unset | None = UNSET,
        hide_save: bool | Unset | None = UNSET,
        document_expiry_settings: BrandExpiry | Mapping[str, Any] | Unset | None = UNSET,
        custom_domain_settings: BrandDomain | Mapping[str, Any] | Unset | None = UNSET,
        signature_frame_settings: SignatureFrameChange | Mapping[str, Any] | Unset | None = UNSET,
        request_id: str | Unset | None = UNSET,
    ) -> Brand:
        """Makes a brand. `name`: 1 to 80 characters. `logo`: a path, a file object or `(name, content)`; JPEG, PNG or
        SVG by content, at most 1 MB; an SVG must not hold scripts or point outside of itself.

        `email_signed_document`: whether mails of completion bring the document or a link to it. `hide_decline`:
        signers cannot decline. Raises Invalid (every member at once; malformedFile), Refused (lacksRole), LimitExceeded
        (tooLarge: a larger logo, or more than 100 brands). Source: contract 5.
        """
        return Brand.from_json(
            _core.brand_create(
                self._handle,
                request(
                    name=name,
                    is_default=is_default,
                    background_color=background_color,
                    button_color=button_color,
                    button_text_color=button_text_color,
                    email_display_name=email_display_name,
                    disclaimer_title=disclaimer_title,
                    disclaimer_description=disclaimer_description,
                    redirect_url=redirect_url,
                    can_hide_tag_line=can_hide_tag_line,
                    combine_audit_trail=combine_audit_trail,
                    combine_attachments=combine_attachments,
                    exclude_audit_trail_from_email=exclude_audit_trail_from_email,
                    email_signed_document=email_signed_document,
                    document_time_zone=document_time_zone,
                    show_built_in_form_fields=show_built_in_form_fields,
                    allow_custom_field_creation=allow_custom_field_creation,
                    show_shared_custom_fields=show_shared_custom_fields,
                    hide_decline=hide_decline,
                    hide_save=hide_save,
                    document_expiry_settings=document_expiry_settings,
                    custom_domain_settings=custom_domain_settings,
                    signature_frame_settings=signature_frame_settings,
                    request_id=request_id,
                ),
                upload_of([logo]),
            )
        )

    def get(self, brand_id: str) -> Brand:
        """A brand. Source: contract 5."""
        return Brand.from_json(_core.brand_get(self._handle, brand_id))

    def list(self) -> BrandList:
        """All brands of the account, oldest first. Source: contract 5."""
        return BrandList.from_json(_core.brand_list(self._handle))

    def update(
        self,
        brand_id: str,
        *,
        name: str | Unset | None = UNSET,
        logo: FileSource | Unset = UNSET,
        is_default: bool | Unset | None = UNSET,
        background_color: str | Unset | None = UNSET,
        button_color: str | Unset | None = UNSET,
        button_text_color: str | Unset | None = UNSET,
        email_display_name: str | Unset | None = UNSET,
        disclaimer_title: str | Unset | None = UNSET,
        disclaimer_description: str | Unset | None = UNSET,
        redirect_url: str | Unset | None = UNSET,
        can_hide_tag_line: bool | Unset | None = UNSET,
        combine_audit_trail: bool | Unset | None = UNSET,
        combine_attachments: bool | Unset | None = UNSET,
        exclude_audit_trail_from_email: bool | Unset | None = UNSET,
        email_signed_document: SignedDocumentMail | str | Unset | None = UNSET,
        document_time_zone: str | Unset | None = UNSET,
        show_built_in_form_fields: bool | Unset | None = UNSET,
        allow_custom_field_creation: bool | Unset | None = UNSET,
        show_shared_custom_fields: bool | Unset | None = UNSET,
        hide_decline: bool | Unset | None = UNSET,
        hide_save: bool | Unset | None = UNSET,
        document_expiry_settings: BrandExpiry | Mapping[str, Any] | Unset | None = UNSET,
        custom_domain_settings: BrandDomain | Mapping[str, Any] | Unset | None = UNSET,
        signature_frame_settings: SignatureFrameChange | Mapping[str, Any] | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
    ) -> Brand:
        """Changes what is given; an empty text takes a text away. Documents that were sent keep the brand as it was.

        Raises Invalid, Refused (lacksRole), Conflict (versionMoved). Source: contract 5.
        """
        return Brand.from_json(
            _core.brand_update(
                self._handle,
                brand_id,
                request(
                    name=name,
                    is_default=is_default,
                    background_color=background_color,
                    button_color=button_color,
                    button_text_color=button_text_color,
                    email_display_name=email_display_name,
                    disclaimer_title=disclaimer_title,
                    disclaimer_description=disclaimer_description,
                    redirect_url=redirect_url,
                    can_hide_tag_line=can_hide_tag_line,
                    combine_audit_trail=combine_audit_trail,
                    combine_attachments=combine_attachments,
                    exclude_audit_trail_from_email=exclude_audit_trail_from_email,
                    email_signed_document=email_signed_document,
                    document_time_zone=document_time_zone,
                    show_built_in_form_fields=show_built_in_form_fields,
                    allow_custom_field_creation=allow_custom_field_creation,
                    show_shared_custom_fields=show_shared_custom_fields,
                    hide_decline=hide_decline,
                    hide_save=hide_save,
                    document_expiry_settings=document_expiry_settings,
                    custom_domain_settings=custom_domain_settings,
                    signature_frame_settings=signature_frame_settings,
                    version=version,
                ),
                upload_of([] if isinstance(logo, Unset) else [logo]),
            )
        )

    def delete(self, brand_id: str) -> DeletedBrand:
        """Deletes a brand that no sender identity names and no document that is still to be sent or signed.

        Raises Refused (lacksRole), Conflict (brandInUse). Source: contract 5.
        """
        return DeletedBrand.from_json(_core.brand_delete(self._handle, brand_id))

    def make_default(self, brand_id: str) -> Brand:
        """Documents get it from now on that name no brand and whose sender identity names none.

        Raises Refused (lacksRole). Source: contract 5.
        """
        return Brand.from_json(_core.brand_make_default(self._handle, brand_id))

    def logo(self, brand_id: str) -> FilePart:
        """The whole logo as `(info, data)`. Not audited. Source: contract 5."""
        return read_whole(partial(_core.brand_logo, self._handle, brand_id))

    def logo_part(self, brand_id: str, *, offset: int = 0, size: int = PART_BYTES) -> FilePart:
        """At most `size` bytes of the logo from `offset` on, none at its end. Source: contract 5."""
        return read_part(partial(_core.brand_logo, self._handle, brand_id), offset, size)
