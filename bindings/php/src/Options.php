<?php

declare(strict_types=1);

namespace Stead;

use Stead\Internal\Json;

/** How a store is opened; what is not said has its default. Source: design 11. */
final readonly class Options
{
    public function __construct(
        /** When an answer may leave; full by default. */
        public Durability|string|null $durability = null,
        /** How long a write waits for another process, in ms. */
        public ?int $busyTimeoutMs = null,
        /** Where your pages are, e.g. "https://sign.cubeflakes.com"; the links in mails begin with it. */
        public ?string $publicUrl = null,
        /** What your product is called in mails. */
        public ?string $productName = null,
        /** Address the mails come from. */
        public ?string $mailFrom = null,
        /** @var list<string>|null Domains this host signs mails for: their people stand alone as From. */
        public ?array $mailAsDomains = null,
        /** @var list<string>|null Domains that let this host send with another Sender. */
        public ?array $mailOnBehalfDomains = null,
        /** @var array<string, mixed>|null Whole catalogues of mail texts by locale, in the form of texts/en.json. */
        public ?array $texts = null,
        /** Name of the audit logs of new accounts, without the account's id. */
        public ?string $logOrigin = null,
        /** Days after which an unanswered request for consent lapses; 30 by default. */
        public ?int $consentLapseDays = null,
        /** Bytes that decisions may keep in memory. */
        public ?int $cacheBytesMax = null,
        /** Connections for reading. */
        public ?int $readersMax = null,
        /** Whether an older store is brought up to date; auto by default. */
        public Migrate|string|null $migrate = null,
        /** @var string|list<string>|null Checkpoints kept outside, which the store must still continue. */
        public string|array|null $expectCheckpoint = null,
        /** Clock of a test store, in Unix ms; a real store refuses it. */
        public ?int $testClockMs = null,
        /** Seed of the ids of a test store; a real store refuses it. */
        public ?int $testIdSeed = null,
    ) {
    }

    /** @internal */
    public function toJson(): ?string
    {
        return Json::requestOrNull(get_object_vars($this));
    }
}
