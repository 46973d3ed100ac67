<?php

declare(strict_types=1);

namespace Stead;

use JsonSerializable;
use SensitiveParameter;
use SensitiveParameterValue;
use Stead\Internal\RequestValue;

/** Somebody who shall sign. Source: contract 4.5. */
final readonly class NewSigner implements JsonSerializable
{
    use RequestValue;

    private ?SensitiveParameterValue $authenticationCode;

    /**
     * @param string|null $authenticationCode access code, with AuthenticationType::AccessCode; at most 50
     *     characters
     * @param mixed ...$contract further members of contract 4.5, by name; they have no effect yet
     */
    public function __construct(
        public string $name,
        public string $emailAddress,
        /** @var list<NewField|array<string, mixed>>|null at most 500 */
        public ?array $formFields = null,
        /** His place in the order, 1 to 50. */
        public ?int $signerOrder = null,
        /** What he alone is told; at most 5,000 characters. */
        public ?string $privateMessage = null,
        public AuthenticationType|string|null $authenticationType = null,
        #[SensitiveParameter]
        ?string $authenticationCode = null,
        public Locale|string|null $locale = null,
        /** The language as the contract numbers it, 0 to 20. */
        public ?int $language = null,
        public ?string $signerType = null,
        mixed ...$contract,
    ) {
        $this->authenticationCode = $authenticationCode === null
            ? null
            : new SensitiveParameterValue($authenticationCode);
        $this->contract = $contract;
    }
}
