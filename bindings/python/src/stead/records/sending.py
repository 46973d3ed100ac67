"""What a send is made of. Members of the contract that have no effect yet are not offered here; a plain mapping in the
contract's own words may hold them at their default. Source: contract 4.5.
"""

from __future__ import annotations

from collections.abc import Sequence

from .._record import Record
from .._words import AuthenticationType, FieldType, Locale, SignerType, ValidationType
from .documents import Bounds


class FormField(Record):
    """A field for a signer to fill in."""

    page_number: int
    """1 is the first page: of the file of `file_index`, or counted over all files without one."""
    field_type: FieldType | str
    bounds: Bounds
    id: str | None = None
    name: str | None = None
    is_required: bool | None = None
    file_index: int | None = None
    character_limit: int | None = None
    validation_type: ValidationType | str | None = None
    validation_custom_regex: str | None = None
    validation_custom_regex_message: str | None = None
    date_format: str | None = None
    value: str | None = None
    font: str | None = None
    font_size: float | None = None
    """Points."""
    font_hex_color: str | None = None
    background_hex_color: str | None = None
    is_bold_font: bool | None = None
    is_italic_font: bool | None = None
    is_under_line_font: bool | None = None
    line_height: int | None = None
    label: str | None = None
    place_holder: str | None = None
    text_align: str | None = None
    text_direction: str | None = None
    character_spacing: float | None = None
    tab_index: int | None = None
    resize_option: str | None = None


class NewSigner(Record):
    """Somebody who shall sign."""

    _secret = frozenset({"authentication_code"})

    name: str
    email_address: str
    signer_order: int | None = None
    """1 to 50; respected when the document has `enable_signing_order`."""
    private_message: str | None = None
    authentication_type: AuthenticationType | str | None = None
    authentication_code: str | None = None
    locale: Locale | str | None = None
    language: int | None = None
    signer_type: SignerType | str | None = None
    form_fields: Sequence[FormField] | None = None


class NewCc(Record):
    """Somebody who shall get a copy."""

    email_address: str
