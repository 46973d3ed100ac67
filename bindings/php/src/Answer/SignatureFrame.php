<?php

declare(strict_types=1);

namespace Stead\Answer;

/** What stands around a signature in a finished document. Source: contract 5. */
final readonly class SignatureFrame extends Answer
{
    protected function __construct(
        /** Whether there is a frame. */
        public bool $enableSignatureFrame,
        /** With the name. */
        public bool $showRecipientName,
        /** With the address. */
        public bool $showRecipientEmail,
        /** With the time. */
        public bool $showTimeStamp,
    ) {
    }
}
