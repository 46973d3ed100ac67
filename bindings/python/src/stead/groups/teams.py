"""Teams. Source: contract 3.1, design 3."""

from __future__ import annotations

from .. import _core
from .._wire import UNSET, Unset, request
from ..records.people import Team, User
from ._group import Group


class Teams(Group[_core.Session]):
    """Teams of the account."""

    __slots__ = ()

    def create(self, *, name: str, request_id: str | Unset | None = UNSET) -> Team:
        """Makes a team. `name`: 1 to 255 characters, no other team has it.

        Raises Invalid, Refused (lacksRole), Conflict (teamExists). Source: design 3.
        """
        return Team.from_json(_core.team_create(self._handle, request(name=name, request_id=request_id)))

    def assign(self, user_id: str, *, team_id: str | None, version: int | Unset | None = UNSET) -> User:
        """Moves a user into a team; None takes the user out of any.

        Leaving a team for another revokes all the user's sender identities.
        Raises Refused (lacksRole), NotFound (userNotFound, teamNotFound), Conflict (versionMoved).
        Source: contract 3.1.
        """
        return User.from_json(_core.team_assign(self._handle, user_id, request(team_id=team_id, version=version)))
