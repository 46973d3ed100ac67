"""An account with people in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._session import Session
from .._words import Role
from ..records.people import NewAccount

if TYPE_CHECKING:
    from ._store import Store


class Account:
    """An account of a test store. Made by `Store.account`."""

    def __init__(self, store: Store, made: NewAccount) -> None:
        self._store = store
        self.record: NewAccount = made
        """The account as it was made."""
        self.admin: Session = store.engine.session(made.admin_user_id)
        """Session of its Admin."""

    @property
    def id(self) -> str:
        """Id of the account."""
        return self.record.id

    def user(self, *, name: str, email: str, role: Role | str = Role.MEMBER) -> Session:
        """Session of a new user, who was invited by the Admin and has accepted by the mailed link.

        Raises Invalid, Conflict (userExists).
        """
        self.admin.users.invite(name=name, email=email, role=role)
        invitation = self._store.outbox.last(to=email, kind="user.invited.invitee")
        return self._store.engine.session(self._store.engine.invitations.accept(invitation.token or "", name=name).id)

    def __repr__(self) -> str:
        return f"<Account {self.record.name!r}>"
