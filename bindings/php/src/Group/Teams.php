<?php

declare(strict_types=1);

namespace Stead\Group;

use Stead\Answer\Team;
use Stead\Answer\User;
use Stead\Clear;
use Stead\Internal\Bound;
use Stead\Internal\Json;
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

    /**
     * Puts a user into a team. Leaving a team for another revokes all sender identities of the user.
     *
     * @param string|null $teamId null: into no team
     * @throws \Stead\Exception\NotFound userNotFound, teamNotFound
     */
    public function assign(string $userId, ?string $teamId, ?int $version = null): User
    {
        $request = Json::request(['teamId' => $teamId ?? Clear::It, 'version' => $version]);
        return User::fromJson(\stead_team_assign($this->handle, $userId, $request));
    }
}
