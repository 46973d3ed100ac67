<?php

declare(strict_types=1);

namespace Stead\Group;

use Stead\Answer\User;
use Stead\Clear;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Native;
use Stead\Role;

/** Users of the account. Source: contract 3, design 3. */
final readonly class Users
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * Invites a user and plans the mail with the link.
     *
     * @param Role|string|null $role Member by default
     * @param array<array-key, string>|null $metaData at most 50 pairs; key 1 to 50, value at most 500 characters
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer back
     * @throws \Stead\Exception\Conflict userExists
     * @throws \Stead\Exception\NotFound teamNotFound
     */
    public function invite(
        string $email,
        ?string $name = null,
        Role|string|null $role = null,
        ?string $teamId = null,
        ?array $metaData = null,
        ?string $requestId = null,
    ): User {
        return User::fromJson(\stead_user_invite($this->handle, Json::request(get_defined_vars())));
    }

    /** @throws \Stead\Exception\NotFound userNotFound */
    public function get(string $userId): User
    {
        return User::fromJson(\stead_user_get($this->handle, $userId));
    }

    /**
     * Changes what is named; the rest stays.
     *
     * @param array<array-key, string|null>|Clear|null $metaData merges: "" or null removes a key, absent keeps it
     * @param int|Clear|null $version as it was read
     * @throws \Stead\Exception\Conflict versionMoved
     * @throws \Stead\Exception\Refused lastAdmin
     * @throws \Stead\Exception\NotFound userNotFound
     */
    public function update(
        string $userId,
        ?string $name = null,
        Role|Clear|string|null $role = null,
        bool|Clear|null $apiAccountWideAccess = null,
        bool|Clear|null $allowSendOnBehalfOf = null,
        array|Clear|null $metaData = null,
        int|Clear|null $version = null,
    ): User {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return User::fromJson(\stead_user_update($this->handle, $userId, $request));
    }

    /**
     * Deactivates; all sender identities of the user become Revoked.
     *
     * @throws \Stead\Exception\Refused lastAdmin, wrongState
     * @throws \Stead\Exception\NotFound userNotFound
     */
    public function deactivate(string $userId, ?int $version = null): User
    {
        $request = Json::requestOrNull(compact('version'));
        return User::fromJson(\stead_user_deactivate($this->handle, $userId, $request));
    }

    /**
     * Activates again; revoked identities stay revoked.
     *
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\NotFound userNotFound
     */
    public function reactivate(string $userId, ?int $version = null): User
    {
        $request = Json::requestOrNull(compact('version'));
        return User::fromJson(\stead_user_reactivate($this->handle, $userId, $request));
    }
}
