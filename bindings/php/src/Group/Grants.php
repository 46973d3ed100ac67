<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use Stead\Answer\ActorGrant;
use Stead\Answer\Page;
use Stead\Answer\PrincipalGrant;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Native;

/** Who may act for whom. Source: design 4. */
final readonly class Grants
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * For whom the session's user may act.
     *
     * @param int|null $pageSize 1 to 100; 10 by default
     * @return Page<PrincipalGrant>
     */
    public function principals(?int $pageSize = null, ?string $cursor = null): Page
    {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(PrincipalGrant::class, \stead_grant_list_principals($this->handle, $request));
    }

    /** @return Generator<int, PrincipalGrant> everybody, page by page */
    public function allPrincipals(): Generator
    {
        return Pages::each(fn (?string $cursor): Page => $this->principals(Pages::SIZE, $cursor));
    }

    /**
     * Who may act for the session's user.
     *
     * @param bool|null $all the whole account, for an Admin or Auditor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @return Page<ActorGrant>
     * @throws \Stead\Exception\Refused lacksRole
     */
    public function actors(?bool $all = null, ?int $pageSize = null, ?string $cursor = null): Page
    {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(ActorGrant::class, \stead_grant_list_actors($this->handle, $request));
    }

    /** @return Generator<int, ActorGrant> everybody, page by page */
    public function allActors(?bool $all = null): Generator
    {
        return Pages::each(fn (?string $cursor): Page => $this->actors($all, Pages::SIZE, $cursor));
    }
}
