<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\MailMode;

/** What mails in a person's name show, and why. */
final readonly class MailPlan extends Answer
{
    protected function __construct(
        /** Whose address they show. */
        public MailMode|string $mode,
        /** From whom. */
        public Person $from,
        /** Why so. */
        public string $why,
        /** The host, where From is the person. */
        public ?Person $sender = null,
        /** Where answers go. */
        public ?Person $replyTo = null,
        /** A better way, where there is one. */
        public ?BetterMail $better = null,
    ) {
    }
}
