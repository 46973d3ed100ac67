<?php

declare(strict_types=1);

namespace Stead\Group;

use Stead\Answer\Account;
use Stead\Clear;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Native;

/** The account of the session. Source: design 3. */
final readonly class OwnAccount
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * Changes the account; an Admin's act.
     *
     * @param bool|Clear|null $accountWide switches account-wide authority on or off
     * @throws \Stead\Exception\Refused lacksRole
     */
    public function update(?string $name = null, bool|Clear|null $accountWide = null): Account
    {
        return Account::fromJson(\stead_account_update($this->handle, Json::request(get_defined_vars())));
    }
}
