<?php

declare(strict_types=1);

namespace Stead\Group;

use Stead\Answer\Account;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Native;

/** Accounts, seen by the host. Source: design 3. */
final readonly class Accounts
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Engine $handle)
    {
    }

    /**
     * Makes an account with its first Admin, who is active at once.
     *
     * @param array{name: string, email: string} $admin
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer back
     * @throws \Stead\Exception\Conflict requestIdReused
     */
    public function create(string $name, array $admin, ?string $requestId = null): Account
    {
        return Account::fromJson(\stead_account_create($this->handle, Json::request(get_defined_vars())));
    }

    /** @throws \Stead\Exception\NotFound accountNotFound */
    public function get(string $accountId): Account
    {
        return Account::fromJson(\stead_account_get($this->handle, $accountId));
    }
}
