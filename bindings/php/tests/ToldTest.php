<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use Stead\Exception\NotFound;
use Stead\MailMode;
use Stead\ReportSide;
use Stead\WebhookStatus;

/** Being told: the change feed, webhooks, the mail plan and reports. */
final class ToldTest extends TestCase
{
    private Store $store;

    protected function setUp(): void
    {
        $this->store = new Store();
    }

    public function testTheFeedIsFollowedToItsEnd(): void
    {
        for ($i = 0; $i < 120; $i++) {
            $this->store->hank->teams->create("Team $i");
        }
        $events = iterator_to_array($this->store->hank->events->follow(), false);
        self::assertSame(range(0, 120), array_map(static fn ($event): int => $event->index, $events));
        self::assertSame([], iterator_to_array($this->store->hank->events->follow(events: ['Completed']), false));
        $this->expectException(NotFound::class);
        $this->store->hank->events->list(after: 1000);
    }

    public function testAWebhookIsDelivered(): void
    {
        $made = $this->store->hank->webhooks->create('Desk', 'https://cubeflakes.com/hooks', ['SenderIdentityCreated']);
        self::assertSame(WebhookStatus::Pending, $made->status);
        self::assertStringNotContainsString((string) $made->secret, print_r($made, true));
        $outbox = $this->store->engine->outbox;
        [$question] = $outbox->takeWebhooks()->items;
        $outbox->ack($question->id, $question->lease);
        $this->store->hank->identities->create('Luther Cooper', Store::LUTHER);
        [$message] = $outbox->takeWebhooks()->items;
        $at = $message->headers['webhook-timestamp'];
        $ours = hash_hmac('sha256', "$at.$message->body", (string) $made->secret);
        self::assertSame("t=$at, s0=$ours", $message->headers['X-BoldSign-Signature']);
        $outbox->fail($message->id, $message->lease, '503');
        self::assertSame('503', iterator_to_array($this->store->hank->webhooks->all())[0]->lastError);
        self::assertNotSame($made->secret, $this->store->hank->webhooks->rollSecret($made->id)->secret);
        $off = $this->store->hank->webhooks->update($made->id, enabled: false);
        self::assertSame(WebhookStatus::Disabled, $off->status);
        self::assertSame($made->id, $this->store->hank->webhooks->delete($made->id)->id);
    }

    public function testPlanAndReport(): void
    {
        $plan = $this->store->engine->outbox->plan(Store::LUTHER, 'Luther Cooper');
        self::assertSame(MailMode::Via, $plan->mode);
        self::assertSame(MailMode::As, $plan->better?->mode);
        $report = $this->store->hank->reports->documents(ReportSide::Status);
        self::assertSame([0, [], false], [$report->documents, $report->groups, $report->capped]);
    }
}
