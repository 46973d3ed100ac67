<?php

declare(strict_types=1);

namespace Stead\Group;

use DateTimeInterface;
use Generator;
use Stead\Answer\ConsentHistory;
use Stead\Answer\Deleted;
use Stead\Answer\Identity;
use Stead\Answer\Page;
use Stead\Clear;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Locale;
use Stead\Native;
use Stead\Operation;

/** Sender identities; only their creator sees, lists, changes or uses them. Source: contract 2, design 3. */
final readonly class Identities
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * Asks a person for consent; the mail is planned.
     *
     * @param string $name name of the owner, at most 80 characters
     * @param array<string, bool>|null $notificationSettings the flags that differ from the defaults
     * @param array<array-key, string>|null $metaData at most 50 pairs; key 1 to 50, value at most 500 characters
     * @param list<Operation|string>|null $operations what is asked for; all that can be granted by default
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer back
     * @throws \Stead\Exception\Conflict identityExists
     * @throws \Stead\Exception\Refused selfApproval
     * @throws \Stead\Exception\LimitExceeded tooMany mails to that address in 24 h
     */
    public function create(
        string $name,
        string $email,
        ?array $notificationSettings = null,
        ?string $brandId = null,
        ?string $redirectUrl = null,
        ?array $metaData = null,
        Locale|string|null $locale = null,
        ?array $operations = null,
        ?DateTimeInterface $from = null,
        ?DateTimeInterface $until = null,
        ?string $requestId = null,
    ): Identity {
        return Identity::fromJson(\stead_identity_create($this->handle, Json::request(get_defined_vars())));
    }

    /** @throws \Stead\Exception\NotFound identityNotFound */
    public function get(string $idOrEmail): Identity
    {
        return Identity::fromJson(\stead_identity_get($this->handle, $idOrEmail));
    }

    /**
     * Newest first.
     *
     * @param int|null $page from 1; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @param string|null $search part of a name or an address
     * @param list<string>|null $brandIds
     * @return Page<Identity>
     */
    public function list(
        ?int $page = null,
        ?int $pageSize = null,
        ?string $cursor = null,
        ?string $search = null,
        ?array $brandIds = null,
    ): Page {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(Identity::class, \stead_identity_list($this->handle, $request));
    }

    /**
     * @param list<string>|null $brandIds
     * @return Generator<int, Identity> every one, page by page, newest first
     */
    public function all(?string $search = null, ?array $brandIds = null): Generator
    {
        return Pages::each(
            fn (?string $cursor): Page => $this->list(null, Pages::SIZE, $cursor, $search, $brandIds),
        );
    }

    /**
     * Changes what is named, at least one member; the rest stays. A Verified identity's owner is told of a new name or
     * new settings.
     *
     * @param array<array-key, string|null>|Clear|null $metaData merges: "" or null removes a key, absent keeps it
     * @param array<string, bool|null>|Clear|null $notificationSettings only the flags that are named change
     * @param int|Clear|null $version as it was read
     * @throws \Stead\Exception\Conflict versionMoved
     * @throws \Stead\Exception\NotFound identityNotFound
     */
    public function update(
        string $idOrEmail,
        string|Clear|null $name = null,
        string|Clear|null $redirectUrl = null,
        array|Clear|null $metaData = null,
        array|Clear|null $notificationSettings = null,
        Locale|Clear|string|null $locale = null,
        int|Clear|null $version = null,
    ): Identity {
        $request = Json::request(array_slice(get_defined_vars(), 1));
        return Identity::fromJson(\stead_identity_update($this->handle, $idOrEmail, $request));
    }

    /**
     * Mails the request again; the old link is dead. Only while Pending.
     *
     * @throws \Stead\Exception\Refused wrongState
     * @throws \Stead\Exception\LimitExceeded tooMany
     * @throws \Stead\Exception\NotFound identityNotFound
     */
    public function resend(string $idOrEmail): Identity
    {
        return Identity::fromJson(\stead_identity_resend($this->handle, $idOrEmail));
    }

    /**
     * Asks again after Denied, Revoked or the end of the grant.
     *
     * @param list<Operation|string>|null $operations what is asked for now
     * @throws \Stead\Exception\Refused wrongState; consentDenied when the owner wants no more questions
     * @throws \Stead\Exception\LimitExceeded tooMany
     * @throws \Stead\Exception\NotFound identityNotFound
     */
    public function rerequest(
        string $idOrEmail,
        ?array $operations = null,
        ?DateTimeInterface $from = null,
        ?DateTimeInterface $until = null,
    ): Identity {
        $request = Json::requestOrNull(array_slice(get_defined_vars(), 1));
        return Identity::fromJson(\stead_identity_rerequest($this->handle, $idOrEmail, $request));
    }

    /**
     * Deletes; the grant ends, the owner is told, documents keep the name they were sent with.
     *
     * @throws \Stead\Exception\NotFound identityNotFound
     */
    public function delete(string $idOrEmail): Deleted
    {
        return Deleted::fromJson(\stead_identity_delete($this->handle, $idOrEmail));
    }

    /**
     * How consent was asked and given, for the creator or an Auditor.
     *
     * @throws \Stead\Exception\NotFound identityNotFound
     */
    public function evidence(string $idOrEmail): ConsentHistory
    {
        return ConsentHistory::fromJson(\stead_identity_evidence($this->handle, $idOrEmail));
    }
}
