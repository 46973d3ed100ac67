"""Teams. Source: contract 3.1, design 3."""

from __future__ import annotations

from functools import partial

from .. import _core
from .._paging import Page, first_page
from .._wire import UNSET, Unset, request
from ..records.people import Team, TeamWithMembers, User
from ._group import Group


class Teams(Group[_core.Session]):
    """Teams of the account."""

    __slots__ = ()

    def create(self, *, name: str, request_id: str | Unset | None = UNSET) -> Team:
        """Makes a team. `name`: 1 to 255 characters, no other team has it.

        Raises Invalid, Refused (lacksRole), Conflict (teamExists). Source: design 3.
        """
        return Team.from_json(_core.team_create(self._handle, request(name=name, request_id=request_id)))

    def get(self, team_id: str) -> TeamWithMembers:
        """A team with its members. Raises Refused (lacksRole), NotFound (teamNotFound). Source: contract 3.2."""
        return TeamWithMembers.from_json(_core.team_get(self._handle, team_id))

    def list(
        self,
        *,
        page: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
        search: str | Unset | None = UNSET,
    ) -> Page[Team]:
        """Teams, newest first. `search`: part of a name or an id. `page_size`: 1 to 100, 10 unless told.

        Raises Invalid, Refused (lacksRole). Source: contract 3.2.
        """
        return first_page(
            Team, partial(_core.team_list, self._handle), page=page, page_size=page_size, cursor=cursor, search=search
        )

    def rename(self, team_id: str, *, name: str, version: int | Unset | None = UNSET) -> Team:
        """Gives a team another name, which no other team has.

        Raises Invalid, Refused (lacksRole), NotFound (teamNotFound), Conflict (teamExists, versionMoved).
        Source: contract 3.2.
        """
        return Team.from_json(_core.team_rename(self._handle, team_id, request(name=name, version=version)))

    def assign(
        self,
        user_id: str,
        *,
        team_id: str | None,
        version: int | Unset | None = UNSET,
        dry_run: bool | Unset | None = UNSET,
        plan_id: str | Unset | None = UNSET,
    ) -> User:
        """Moves a user into a team; None takes the user out of any. `plan` of the answer tells what that does.

        Leaving a team revokes all the user's sender identities. `dry_run`: only the plan. `plan_id`: of a dry run; the
        change is made only while its plan is still this one.
        Raises Refused (lacksRole), NotFound (userNotFound, teamNotFound), Conflict (planChanged, versionMoved).
        Source: contract 3.1.
        """
        return User.from_json(
            _core.team_assign(
                self._handle, user_id, request(team_id=team_id, version=version, dry_run=dry_run, plan_id=plan_id)
            )
        )
