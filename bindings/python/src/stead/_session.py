"""Sessions: who acts, and for whom."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from . import _core
from .groups.accounts import OwnAccount
from .groups.api_keys import ApiKeys
from .groups.audit import Audit
from .groups.brands import Brands
from .groups.documents import Documents
from .groups.events import Events
from .groups.grants import Grants
from .groups.identities import Identities
from .groups.reports import Reports
from .groups.teams import Teams
from .groups.users import Users
from .groups.webhooks import Webhooks
from .records.decisions import Decision, Explanation, Question

if TYPE_CHECKING:
    from ._engine import Engine


class Session(_core.Asker):
    """An authenticated actor, optionally acting for one principal. Made by `Engine.session` and its like.

    Any number of threads may use it. Whether actor, credential and consent are still good is asked inside every call.
    Source: design 1, 4.
    """

    account: OwnAccount
    """The account of the actor."""
    users: Users
    teams: Teams
    api_keys: ApiKeys
    identities: Identities
    """Sender identities: the people whom the actor has asked for consent."""
    brands: Brands
    documents: Documents
    grants: Grants
    audit: Audit
    reports: Reports
    webhooks: Webhooks
    events: Events
    """What happened, for programs that act upon it."""

    def __init__(self, handle: _core.Session, engine: Engine) -> None:
        self._handle = handle
        self._engine = engine
        self._closed = False
        self.account = OwnAccount(handle)
        self.users = Users(handle)
        self.teams = Teams(handle)
        self.api_keys = ApiKeys(handle)
        self.identities = Identities(handle)
        self.brands = Brands(handle)
        self.documents = Documents(handle)
        self.grants = Grants(handle)
        self.audit = Audit(handle)
        self.reports = Reports(handle)
        self.webhooks = Webhooks(handle)
        self.events = Events(handle)

    @property
    def engine(self) -> Engine:
        """The engine whose session it is."""
        return self._engine

    @property
    def user_id(self) -> str:
        """Id of the acting user."""
        return _core.session_user_id(self._handle) or ""

    @property
    def account_id(self) -> str:
        """Id of the account of the acting user."""
        return _core.session_account_id(self._handle) or ""

    @property
    def principal(self) -> str | None:
        """Whom it acts for, as it was given: an e-mail address or a user id; None as oneself."""
        return _core.session_principal(self._handle)

    def on_behalf_of(self, email: str) -> Session:
        """A session of the same actor acting for the person of that e-mail address, by that person's consent.

        Costs no I/O: whether consent exists is decided with each act. A principal of this session is replaced, never
        chained; the actor's own address means as oneself. Raises Invalid (malformedArgument) for what is no address.
        Source: design 1, 4.
        """
        return Session(_core.session_on_behalf_of(self._handle, email), self._engine)

    def account_wide(self, who: str) -> Session:
        """A session of the same actor acting for another user of the account by account-wide authority.

        `who`: a user id, an e-mail address, or "address;user name" where several users share one address. The account
        must have it switched on; the actor needs `api_account_wide_access` and `allow_send_on_behalf_of`. Costs no
        I/O. Raises Invalid (malformedArgument). Source: design 4, sobo 1, 2.
        """
        return Session(_core.session_account_wide(self._handle, who), self._engine)

    def decide(self, operation: str, *, for_: str | None = None, document: str | None = None) -> Decision:
        """Whether the session may do `operation` now, and why. A refusal is an answer, not an exception.

        `operation`: an `Operation` or its name; an unknown one is refused. `for_`: e-mail address of a person to act
        for by consent. `document`: id of the document concerned, for its own rule. Nothing is audited, and no question
        that starts after a revocation has returned, in any process, is answered with "allowed". Every verb decides
        again by itself, so ask to show or hide a button, not as a gate.
        Raises Invalid (malformedArgument) when `for_` is no address or `document` no id. Source: design 4.
        """
        decision = _core.decision_new()
        if document is None:
            _core.session_authorize(self._handle, operation, for_, decision)
        else:
            _core.session_authorize_document(self._asking(for_), operation, document, decision)
        return _decision_of(decision)

    def decide_all(self, questions: Iterable[Question | tuple[str, str | None]]) -> tuple[Decision, ...]:
        """Answers many questions at once, at most 10,000, in their order.

        Raises LimitExceeded (tooLarge), Invalid (malformedArgument). Source: design 4.
        """
        batch = _core.decisions_new()
        for operation, for_ in questions:
            _core.decisions_add(batch, operation, for_)
        _core.session_authorize_all(self._handle, batch)
        answers = []
        for index in range(_core.decisions_count(batch)):
            decision = _core.decision_new()
            _core.decisions_get(batch, index, decision)
            answers.append(_decision_of(decision))
        return tuple(answers)

    def explain(self, operation: str, *, for_: str | None = None, document: str | None = None) -> Explanation:
        """Decides as `decide` does and answers in words, for a log or a support desk. Source: design 4."""
        if document is None:
            return Explanation.from_json(_core.session_explain(self._handle, operation, for_))
        return Explanation.from_json(_core.session_explain_document(self._asking(for_), operation, document))

    def _asking(self, for_: str | None) -> _core.Session:
        return self._handle if for_ is None else _core.session_on_behalf_of(self._handle, for_)

    def close(self) -> None:
        """Ends the session after its running calls; later ones raise Misuse. Sessions made from it live on.

        Closing again does nothing.
        """
        if not self._closed:
            self._closed = True
            _core.session_close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        whom = "" if self.principal is None else f" for {self.principal}"
        return f"<Session of {self.user_id}{whom}>"


def _decision_of(decision: _core.Decision) -> Decision:
    answer: dict[str, Any] = {"allowed": bool(_core.decision_allowed(decision))}
    told = {
        "authority": _core.decision_authority(decision),
        "reason": _core.decision_reason(decision),
        "remedy": _core.decision_remedy(decision),
        "grantId": _core.decision_grant_id(decision),
        "grantVersion": _core.decision_grant_version(decision),
        "validUntil": _core.decision_valid_until(decision),
    }
    answer.update((name, value) for name, value in told.items() if value)
    return Decision.from_dict(answer)
