<?php

declare(strict_types=1);

namespace Stead\Answer;

/** What the owner of an identity is told by mail. Source: contract 2.3. */
final readonly class NotificationSettings extends Answer
{
    protected function __construct(
        /** A signer has looked. */
        public bool $viewed,
        /** A document was sent in his name. */
        public bool $sent,
        /** A mail could not be delivered. */
        public bool $deliveryFailed,
        /** A signer has declined. */
        public bool $declined,
        /** A document was called back. */
        public bool $revoked,
        /** A signer has passed it on. */
        public bool $reassigned,
        /** Everybody has signed. */
        public bool $completed,
        /** A signer has signed. */
        public bool $signed,
        /** Time ran out. */
        public bool $expired,
        /** A signer gave wrong codes. */
        public bool $authenticationFailed,
        /** Reminders are copied to him. */
        public bool $reminders,
        /** The signed document is attached; counts only with completed. */
        public bool $attachSignedDocument,
    ) {
    }
}
