"""Documents, from the side of a signer. Source: contract 4.3, design 3."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import IO

from .. import _core
from .._files import PART_BYTES, FilePart, Path, read_part, read_whole, save_whole
from .._wire import UNSET, Unset, request
from .._words import FinishedFormat
from ..records.documents import Declined, DownloadInfo, Reassigned, Signed, SignerView
from ._group import Group


class Signers(Group[_core.Engine]):
    """What signers do through the links that were mailed to them; the host owns the ceremony.

    `token`: the secret at the end of the link. One that does not live any more raises NotFound (linkNotFound).
    `access_code`: travels with each act where the document asks for one. `ip`, `user_agent`: kept as evidence.
    Every act may raise Refused (accessCodeRequired, accessCodeWrong, signerLocked, signingOrder, wrongState).
    """

    __slots__ = ()

    def view(
        self,
        token: str,
        *,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> SignerView:
        """What the signer sees; the view is recorded. Source: contract 4.3."""
        return SignerView.from_json(
            _core.signer_view(self._handle, token, request(access_code=access_code, ip=ip, user_agent=user_agent))
        )

    def sign(
        self,
        token: str,
        *,
        values: Mapping[str, str | None] | Unset | None = UNSET,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> Signed:
        """Signs. `values`: by field id; each is checked against its field.

        Raises Invalid, which names bad values as "/values/<field id>". Source: contract 4.3.
        """
        return Signed.from_json(
            _core.signer_sign(
                self._handle,
                token,
                request(values=values, access_code=access_code, ip=ip, user_agent=user_agent),
            )
        )

    def decline(
        self,
        token: str,
        *,
        message: str,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> Declined:
        """Declines to sign. `message`: why, 1 to 5000 characters. Source: contract 4.3."""
        return Declined.from_json(
            _core.signer_decline(
                self._handle,
                token,
                request(message=message, access_code=access_code, ip=ip, user_agent=user_agent),
            )
        )

    def reassign(
        self,
        token: str,
        *,
        name: str,
        email: str,
        reason: str,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> Reassigned:
        """Hands the place to somebody else, where the sender lets signers do so; this link dies.

        `reason`: 1 to 5000 characters. Source: contract 4.3.
        """
        return Reassigned.from_json(
            _core.signer_reassign(
                self._handle,
                token,
                request(name=name, email=email, reason=reason, access_code=access_code, ip=ip, user_agent=user_agent),
            )
        )

    def download(
        self,
        token: str,
        *,
        file_index: int = 0,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> FilePart:
        """A whole file as `(info, data)`, in memory. Raises NotFound (fileNotFound). Source: contract 4.3."""
        who = request(access_code=access_code, ip=ip, user_agent=user_agent)
        return read_whole(self._reading(token, who, file_index))

    def download_part(
        self,
        token: str,
        *,
        file_index: int = 0,
        offset: int = 0,
        size: int = PART_BYTES,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> FilePart:
        """At most `size` bytes of a file from `offset` on, none at its end.

        Raises NotFound (fileNotFound), Invalid (malformedArgument) for a negative number. Source: contract 4.3.
        """
        who = request(access_code=access_code, ip=ip, user_agent=user_agent)
        return read_part(self._reading(token, who, file_index), offset, size)

    def save(
        self,
        token: str,
        to: Path | IO[bytes],
        *,
        file_index: int = 0,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> DownloadInfo:
        """Writes a file to a path or a file object, part by part. Raises NotFound (fileNotFound).

        Source: contract 4.3.
        """
        who = request(access_code=access_code, ip=ip, user_agent=user_agent)
        return save_whole(self._reading(token, who, file_index), to)

    def certificate(
        self,
        token: str,
        *,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> FilePart:
        """The audit certificate as `(info, data)` once the document has ended. Raises Refused (wrongState).

        Source: design 6.
        """
        who = request(access_code=access_code, ip=ip, user_agent=user_agent)
        return read_whole(partial(_core.signer_certificate, self._handle, token, who))

    def certificate_part(
        self,
        token: str,
        *,
        offset: int = 0,
        size: int = PART_BYTES,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> FilePart:
        """At most `size` bytes of the certificate from `offset` on. Raises Refused (wrongState). Source: design 6."""
        who = request(access_code=access_code, ip=ip, user_agent=user_agent)
        return read_part(partial(_core.signer_certificate, self._handle, token, who), offset, size)

    def finished(
        self,
        token: str,
        *,
        format: FinishedFormat | str | Unset | None = UNSET,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> FilePart:
        """The finished document as `(info, data)` once it is Completed, as `Documents.finished` gives it.

        Raises Refused (wrongState, cannotRender). Source: contract 4.1.
        """
        how = request(format=format, access_code=access_code, ip=ip, user_agent=user_agent)
        return read_whole(partial(_core.signer_finished, self._handle, token, how))

    def finished_part(
        self,
        token: str,
        *,
        format: FinishedFormat | str | Unset | None = UNSET,
        offset: int = 0,
        size: int = PART_BYTES,
        access_code: str | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> FilePart:
        """At most `size` bytes of the finished document from `offset` on. Source: contract 4.1."""
        how = request(format=format, access_code=access_code, ip=ip, user_agent=user_agent)
        return read_part(partial(_core.signer_finished, self._handle, token, how), offset, size)

    def _reading(self, token: str, who: str, file_index: int) -> Callable[[int, int], tuple[bytes, str]]:
        def read(offset: int, size: int) -> tuple[bytes, str]:
            return _core.signer_download(self._handle, token, who, file_index, offset, size)

        return read
