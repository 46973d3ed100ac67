<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use Stead\Answer\Page;
use Stead\Answer\Team;
use Stead\Answer\TeamWithMembers;
use Stead\Answer\User;
use Stead\Clear;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Native;

/** Teams of the account. Source: contract 3, design 3. */
final readonly class Teams
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer back
     * @throws \Stead\Exception\Conflict teamExists
     */
    public function create(string $name, ?string $requestId = null): Team
    {
        return Team::fromJson(\stead_team_create($this->handle, Json::request(get_defined_vars())));
    }

    /** A team with its members. @throws \Stead\Exception\NotFound teamNotFound */
    public function get(string $teamId): TeamWithMembers
    {
        return TeamWithMembers::fromJson(\stead_team_get($this->handle, $teamId));
    }

    /**
     * Newest first.
     *
     * @param int|null $page from 1; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @param string|null $search part of a name or an id
     * @return Page<Team>
     */
    public function list(
        ?int $page = null,
        ?int $pageSize = null,
        ?string $cursor = null,
        ?string $search = null,
    ): Page {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(Team::class, \stead_team_list($this->handle, $request));
    }

    /** @return Generator<int, Team> every one, page by page, newest first */
    public function all(?string $search = null): Generator
    {
        return Pages::each(fn (?string $cursor): Page => $this->list(null, Pages::SIZE, $cursor, $search));
    }

    /**
     * Gives a team another name, which no other team has.
     *
     * @param int|null $version as it was read
     * @throws \Stead\Exception\Conflict teamExists, versionMoved
     * @throws \Stead\Exception\NotFound teamNotFound
     */
    public function rename(string $teamId, string $name, ?int $version = null): Team
    {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return Team::fromJson(\stead_team_rename($this->handle, $teamId, $request));
    }

    /**
     * Puts a user into a team; the plan of the answer tells what that does. Leaving a team revokes all sender
     * identities of the user.
     *
     * @param string|null $teamId null: into no team
     * @param bool|null $dryRun only the plan
     * @param string|null $planId of a dry run; the change is made only while its plan is still this one
     * @throws \Stead\Exception\Conflict planChanged, versionMoved
     * @throws \Stead\Exception\NotFound userNotFound, teamNotFound
     */
    public function assign(
        string $userId,
        ?string $teamId,
        ?int $version = null,
        ?bool $dryRun = null,
        ?string $planId = null,
    ): User {
        $request = Json::request(['teamId' => $teamId ?? Clear::It] + compact('version', 'dryRun', 'planId'));
        return User::fromJson(\stead_team_assign($this->handle, $userId, $request));
    }
}
