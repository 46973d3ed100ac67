<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use Stead\Answer\DeletedWebhook;
use Stead\Answer\NewWebhook;
use Stead\Answer\Page;
use Stead\Answer\Webhook;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Native;

/** Where the account wants to be told of events, for its Admins. Source: contract 6. */
final readonly class Webhooks
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Session $handle)
    {
    }

    /**
     * A new webhook; its address is asked to answer a verification before anything else is sent to it.
     *
     * @param string $url https only
     * @param list<string> $events words of the contract, e.g. "Completed"
     * @param string|null $requestId at most 100 bytes; a retry within 24 h gets the first answer, without the secret
     * @throws \Stead\Exception\LimitExceeded tooLarge: there are 20
     * @throws \Stead\Exception\Refused lacksRole
     */
    public function create(string $name, string $url, array $events, ?string $requestId = null): NewWebhook
    {
        return NewWebhook::fromJson(\stead_webhook_create($this->handle, Json::request(get_defined_vars())));
    }

    /**
     * Newest first.
     *
     * @param int|null $page from 1; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @return Page<Webhook>
     */
    public function list(?int $page = null, ?int $pageSize = null, ?string $cursor = null): Page
    {
        return Page::of(Webhook::class, \stead_webhook_list($this->handle, Json::requestOrNull(get_defined_vars())));
    }

    /** @return Generator<int, Webhook> every one, page by page */
    public function all(): Generator
    {
        return Pages::each(fn (?string $cursor): Page => $this->list(null, Pages::SIZE, $cursor));
    }

    /**
     * Changes what is given. Another url, or enabling what is disabled, asks for a new verification.
     *
     * @param list<string>|null $events words of the contract
     * @throws \Stead\Exception\NotFound webhookNotFound
     * @throws \Stead\Exception\Conflict versionMoved
     */
    public function update(
        string $webhookId,
        ?string $name = null,
        ?string $url = null,
        ?array $events = null,
        ?bool $enabled = null,
        ?int $version = null,
    ): Webhook {
        $given = get_defined_vars();
        unset($given['webhookId']);
        return Webhook::fromJson(\stead_webhook_update($this->handle, $webhookId, Json::request($given)));
    }

    /**
     * Ends a webhook; what waits for it is not sent any more.
     *
     * @throws \Stead\Exception\NotFound webhookNotFound
     */
    public function delete(string $webhookId): DeletedWebhook
    {
        return DeletedWebhook::fromJson(\stead_webhook_delete($this->handle, $webhookId));
    }

    /**
     * A new secret, in this answer only. The one before signs too for a while.
     *
     * @param int|null $previousValidMs for how long, in ms; a day by default, at most 7 days
     * @throws \Stead\Exception\NotFound webhookNotFound
     */
    public function rollSecret(string $webhookId, ?int $previousValidMs = null): NewWebhook
    {
        $request = Json::requestOrNull(['previousValidMs' => $previousValidMs]);
        return NewWebhook::fromJson(\stead_webhook_roll_secret($this->handle, $webhookId, $request));
    }
}
