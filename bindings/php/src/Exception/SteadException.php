<?php

declare(strict_types=1);

namespace Stead\Exception;

use RuntimeException;
use Stead\Code;
use Stead\FieldError;
use Stead\Status;

/**
 * Why a call failed. One class per status; what exactly happened says the code. docs/errors.md lists all codes.
 *
 * Source: design 8.
 */
abstract class SteadException extends RuntimeException
{
    /** Stable code, e.g. Code::ConsentPending; the bare word when this version does not know it. */
    public readonly Code|string $errorCode;

    /** The verb that mends a refusal, e.g. "identity.resend"; null where there is none. */
    public readonly ?string $remedy;

    /** @var list<FieldError> The members of the request at fault, all of them at once. */
    public readonly array $fields;

    /**
     * Called by the extension.
     *
     * @param string $text one line for people: what was wrong and what to do; never holds a secret
     * @param bool $retriable whether the same call may succeed later without any change
     * @param list<array{string, string}> $fields pointers of members at fault, each with its message
     */
    final public function __construct(
        string $code,
        string $text,
        public readonly bool $retriable = false,
        string $remedy = '',
        array $fields = [],
    ) {
        parent::__construct($text);
        $this->errorCode = Code::tryFrom($code) ?? $code;
        $this->remedy = $remedy === '' ? null : $remedy;
        $this->fields = array_map(static fn (array $field): FieldError => new FieldError(...$field), $fields);
    }

    /** Coarse kind, the same for every instance of a class. */
    abstract public function status(): Status;

    /** The code as the word that stands in docs/errors.md. */
    public function codeWord(): string
    {
        return $this->errorCode instanceof Code ? $this->errorCode->value : $this->errorCode;
    }
}
