<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use Stead\Answer\Deleted;
use Stead\Answer\InvitedUsers;
use Stead\Answer\Page;
use Stead\Answer\User;
use Stead\Clear;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Native;
use Stead\NewUser;
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

    /**
     * Invites 1 to 100 users, all or nobody; errors name the item: /users/0/email.
     *
     * @param list<NewUser|array<string, mixed>> $users
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer back
     * @throws \Stead\Exception\Conflict userExists
     * @throws \Stead\Exception\NotFound teamNotFound
     */
    public function inviteAll(array $users, ?string $requestId = null): InvitedUsers
    {
        return InvitedUsers::fromJson(\stead_user_invite_all($this->handle, Json::request(get_defined_vars())));
    }

    /**
     * Mails a new invitation link; the old one is dead. Only while InvitationPending.
     *
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\NotFound userNotFound
     */
    public function resendInvitation(string $userId): User
    {
        return User::fromJson(\stead_user_resend_invitation($this->handle, $userId));
    }

    /**
     * Takes an invitation back: the user is gone, the link is dead. Only while InvitationPending.
     *
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\NotFound userNotFound
     */
    public function cancelInvitation(string $userId): Deleted
    {
        return Deleted::fromJson(\stead_user_cancel_invitation($this->handle, $userId));
    }

    /**
     * Newest first.
     *
     * @param int|null $page from 1; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @param string|null $search part of a name, an address or an id
     * @param list<string>|null $userIds at most 100; instead of a team
     * @return Page<User>
     * @throws \Stead\Exception\NotFound teamNotFound
     */
    public function list(
        ?int $page = null,
        ?int $pageSize = null,
        ?string $cursor = null,
        ?string $search = null,
        ?array $userIds = null,
        ?string $teamId = null,
    ): Page {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(User::class, \stead_user_list($this->handle, $request));
    }

    /** @return Generator<int, User> every one, page by page, newest first */
    public function all(?string $search = null, ?string $teamId = null): Generator
    {
        return Pages::each(
            fn (?string $cursor): Page => $this->list(null, Pages::SIZE, $cursor, $search, null, $teamId),
        );
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
     * Moves a user into another team; the plan of the answer tells what that does. Leaving a team revokes all sender
     * identities of the user. Documents go along, or to the user who is named: then those under way are revoked, and
     * where the moved user is waited for as a signer he declines.
     *
     * @param bool|null $dryRun only the plan
     * @param string|null $planId of a dry run; the change is made only while its plan is still this one
     * @throws \Stead\Exception\Conflict planChanged, versionMoved
     * @throws \Stead\Exception\LimitExceeded tooLarge: more than 2000 documents
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\NotFound userNotFound, teamNotFound
     */
    public function changeTeam(
        string $userId,
        string $toTeamId,
        ?string $transferDocumentsToUserId = null,
        ?int $version = null,
        ?bool $dryRun = null,
        ?string $planId = null,
    ): User {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return User::fromJson(\stead_user_change_team($this->handle, $userId, $request));
    }

    /**
     * Deactivates; all sender identities of the user become Revoked. Documents stay, or go to another user as with
     * changeTeam().
     *
     * @param bool|null $dryRun only the plan
     * @param string|null $planId of a dry run; the change is made only while its plan is still this one
     * @throws \Stead\Exception\Conflict planChanged, versionMoved
     * @throws \Stead\Exception\LimitExceeded tooLarge: more than 2000 documents
     * @throws \Stead\Exception\Refused lastAdmin, wrongState
     * @throws \Stead\Exception\NotFound userNotFound
     */
    public function deactivate(
        string $userId,
        ?int $version = null,
        ?string $toUserId = null,
        ?bool $dryRun = null,
        ?string $planId = null,
    ): User {
        $request = Json::requestOrNull(array_slice(get_defined_vars(), 1));
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
