<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use Stead\Answer\Bounce;
use Stead\Answer\DeadLetter;
use Stead\Answer\DeliveryFailure;
use Stead\Answer\MailPlan;
use Stead\Answer\OutboxMessage;
use Stead\Answer\Page;
use Stead\Answer\TakenMessages;
use Stead\Answer\TakenWebhooks;
use Stead\FilePart;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Pages;
use Stead\Internal\Parts;
use Stead\Native;

/** What the host must deliver, at least once; de-duplicate by id. Source: design 5. */
final readonly class Outbox
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Engine $handle)
    {
    }

    /**
     * Takes messages on a lease. The links in them are made now and kept nowhere: treat the answer as a secret.
     *
     * @param int|null $max 1 to 100; 10 by default
     * @param int|null $leaseMs how long the messages are yours, in ms; 60,000 by default
     */
    public function take(?int $max = null, ?int $leaseMs = null): TakenMessages
    {
        return TakenMessages::fromJson(\stead_outbox_take($this->handle, Json::requestOrNull(get_defined_vars())));
    }

    /**
     * What belongs into a message that says attach, or a part of it, while its lease is held: the finished document,
     * then the audit certificate.
     *
     * @param int $index from 0
     * @param int $offset in bytes
     * @param int $max bytes wanted at most
     * @throws \Stead\Exception\NotFound messageNotFound; fileNotFound: no more attachments
     * @throws \Stead\Exception\Refused cannotRender
     */
    public function attachment(
        string $messageId,
        int $lease,
        int $index = 0,
        int $offset = 0,
        int $max = Parts::BYTES,
    ): FilePart {
        return FilePart::of(\stead_outbox_attachment($this->handle, $messageId, $lease, $index, $offset, $max));
    }

    /**
     * Takes requests to webhooks on a lease: POST each, then ack it for status 200 within 10 s, else fail it. Whoever
     * delivers must refuse addresses inside its own network and follow no redirect: an Admin of the account chose the
     * url. Source: contract 6.1.
     *
     * @param int|null $max 1 to 100; 10 by default
     * @param int|null $leaseMs how long the requests are yours, in ms; 60,000 by default
     */
    public function takeWebhooks(?int $max = null, ?int $leaseMs = null): TakenWebhooks
    {
        return TakenWebhooks::fromJson(\stead_webhook_take($this->handle, Json::requestOrNull(get_defined_vars())));
    }

    /**
     * Delivered: the message is done.
     *
     * @throws \Stead\Exception\NotFound messageNotFound: the lease is not this one any more
     */
    public function ack(string $messageId, int $lease): void
    {
        \stead_outbox_ack($this->handle, $messageId, $lease);
    }

    /**
     * Not delivered: tried again after 1 min, doubling, at most 6 h; dead after 10 attempts. To a webhook: after 1, 15
     * and 45 min, 1, 8 and 24 h; then it is disabled.
     *
     * @param string|null $reason one line for the operator
     * @throws \Stead\Exception\NotFound messageNotFound: the lease is not this one any more
     */
    public function fail(string $messageId, int $lease, ?string $reason = null): DeliveryFailure
    {
        return DeliveryFailure::fromJson(\stead_outbox_fail($this->handle, $messageId, $lease, $reason));
    }

    /**
     * A message that was acknowledged came back after all; the signers it was for need attention.
     *
     * @throws \Stead\Exception\NotFound messageNotFound: it was not acknowledged
     */
    public function bounced(string $messageId, ?string $reason = null): Bounce
    {
        $request = Json::requestOrNull(compact('reason'));
        return Bounce::fromJson(\stead_outbox_bounced($this->handle, $messageId, $request));
    }

    /**
     * Takes and hands out what is due, one message at a time, until nothing is due any more. Each message is done when
     * the loop goes on; when $deliver throws, the message has failed with that text and the loop goes on.
     *
     * @param callable(OutboxMessage): void $deliver
     * @return int messages that were delivered
     */
    public function deliver(callable $deliver): int
    {
        $delivered = 0;
        while (($messages = $this->take()->items) !== []) {
            foreach ($messages as $message) {
                try {
                    $deliver($message);
                } catch (\Exception $problem) {
                    $reason = strtok($problem->getMessage(), "\n") ?: $problem::class;
                    $this->fail($message->id, $message->lease, $reason);
                    continue;
                }
                $this->ack($message->id, $message->lease);
                $delivered++;
            }
        }
        return $delivered;
    }

    /**
     * Messages that could not be delivered, of all accounts, newest first.
     *
     * @param int|null $page from 1; instead of a cursor
     * @param int|null $pageSize 1 to 100; 10 by default
     * @return Page<DeadLetter>
     */
    public function deadLetters(?int $page = null, ?int $pageSize = null, ?string $cursor = null): Page
    {
        $request = Json::requestOrNull(get_defined_vars());
        return Page::of(DeadLetter::class, \stead_outbox_dead_letters($this->handle, $request));
    }

    /**
     * What mails in the name of this person show, and why. Rests on the options mailAsDomains and mailOnBehalfDomains.
     *
     * @throws \Stead\Exception\Invalid no address
     */
    public function plan(string $email, ?string $name = null): MailPlan
    {
        return MailPlan::fromJson(\stead_mail_plan($this->handle, Json::request(get_defined_vars())));
    }

    /** @return Generator<int, DeadLetter> every one, page by page */
    public function allDeadLetters(): Generator
    {
        return Pages::each(fn (?string $cursor): Page => $this->deadLetters(null, Pages::SIZE, $cursor));
    }
}
