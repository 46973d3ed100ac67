"""Reports."""

from __future__ import annotations

from datetime import datetime

from .. import _core
from .._wire import UNSET, Unset, request
from .._words import ReportSide
from ..records.reports import DocumentReport
from ._group import Group


class Reports(Group[_core.Session]):
    """Counts of documents: of the account for Admins and Auditors, of his team for a TeamAdmin, else of one's own."""

    __slots__ = ()

    def documents(
        self,
        *,
        by: ReportSide | str,
        key: str | Unset | None = UNSET,
        from_: datetime | Unset | None = UNSET,
        until: datetime | Unset | None = UNSET,
    ) -> DocumentReport:
        """Documents made between `from_` and `until`, counted by one of their sides.

        `key`: which metadata, with `by="metaData"`. Looks at the newest 10,000 of the period. Raises Invalid.
        """
        wanted = request(by=by, key=key, from_=from_, until=until)
        return DocumentReport.from_json(_core.report_documents(self._handle, wanted))
