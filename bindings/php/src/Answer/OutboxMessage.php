<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use SensitiveParameter;
use Stead\Channel;
use Stead\Locale;

/** A message the host must deliver. Treat it as the secret that its link is. Source: design 5. */
final readonly class OutboxMessage extends Answer
{
    protected const SECRETS = ['text', 'html', 'link'];

    protected function __construct(
        /** De-duplicate by it: a message may come twice. */
        public string $id,
        /** Give it back with ack or fail. */
        public int $lease,
        /** What it is about, e.g. "identity.asked.owner". */
        public string $kind,
        /** How to deliver it. */
        public Channel|string $channel,
        /** From whom. */
        public Person $from,
        /** To whom. */
        public Person $to,
        /** Its subject. */
        public string $subject,
        /** Its text, with the link in it. */
        #[SensitiveParameter]
        public string $text,
        /** The same as HTML; nothing in it is fetched from elsewhere. */
        #[SensitiveParameter]
        public string $html,
        /** The language it is written in. */
        public Locale|string $locale,
        /** Id of the account it belongs to. */
        public string $accountId,
        /** Which attempt this is, from 1. */
        public int $attempt,
        /** When it was planned. */
        public DateTimeImmutable $createdAt,
        /** The host, where From is a person whose domain lets it send. */
        public ?Person $sender = null,
        /** Where answers go. */
        public ?Person $replyTo = null,
        /** The link alone. */
        #[SensitiveParameter]
        public ?string $link = null,
        /** Whether to attach the signed document. */
        public ?bool $attach = null,
        /** Id of the document it is about. */
        public ?string $documentId = null,
        /** Id of the identity it is about. */
        public ?string $identityId = null,
    ) {
    }
}
