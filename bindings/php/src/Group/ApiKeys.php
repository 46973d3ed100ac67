<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use Stead\Answer\ApiKey;
use Stead\Answer\Page;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Native;

/** API keys of the session's user. Source: contract 1.1. */
final readonly class ApiKeys
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * Makes a key. Only this answer ever holds it.
     *
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer back, without the key
     */
    public function create(string $name, ?string $requestId = null): ApiKey
    {
        return ApiKey::fromJson(\stead_api_key_create($this->handle, Json::request(get_defined_vars())));
    }

    /**
     * @param int|null $pageSize 1 to 100; 10 by default
     * @return Page<ApiKey>
     */
    public function list(?int $pageSize = null, ?string $cursor = null): Page
    {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(ApiKey::class, \stead_api_key_list($this->handle, $request));
    }

    /** @return Generator<int, ApiKey> every key, page by page */
    public function all(): Generator
    {
        return Pages::each(fn (?string $cursor): Page => $this->list(Pages::SIZE, $cursor));
    }

    /**
     * Revokes an own key, or any of the account for an Admin; sessions opened with it are dead when this returns.
     *
     * @throws \Stead\Exception\NotFound apiKeyNotFound
     */
    public function revoke(string $keyId): ApiKey
    {
        return ApiKey::fromJson(\stead_api_key_revoke($this->handle, $keyId));
    }
}
