<?php

declare(strict_types=1);

namespace Stead;

use JsonSerializable;
use Stead\Internal\RequestValue;

/** A place a signer shall fill in. Bounds are in points from the upper left corner. Source: contract 4.5. */
final readonly class NewField implements JsonSerializable
{
    use RequestValue;

    /**
     * @param array{x?: int|float, y?: int|float, width?: int|float, height?: int|float} $bounds
     * @param int $pageNumber from 1
     * @param mixed ...$contract further members of contract 4.5, by name; they have no effect yet
     */
    public function __construct(
        public FieldType|string $fieldType,
        public array $bounds,
        public int $pageNumber = 1,
        public ?string $id = null,
        public ?string $name = null,
        public ?bool $isRequired = null,
        /** On which file, from 0; without it pages are counted over all files. */
        public ?int $fileIndex = null,
        public ?int $characterLimit = null,
        public ValidationType|string|null $validationType = null,
        /** With ValidationType::CustomRegex. */
        public ?string $validationCustomRegex = null,
        public ?string $validationCustomRegexMessage = null,
        /** E.g. "yyyy-MM-dd", for FieldType::DateSigned. */
        public ?string $dateFormat = null,
        public ?string $value = null,
        public Font|string|null $font = null,
        public int|float|null $fontSize = null,
        /** E.g. "#1a2b3c". */
        public ?string $fontHexColor = null,
        public ?string $backgroundHexColor = null,
        public ?bool $isBoldFont = null,
        public ?bool $isItalicFont = null,
        public ?bool $isUnderLineFont = null,
        public ?int $lineHeight = null,
        public ?string $label = null,
        public ?string $placeHolder = null,
        public TextAlign|string|null $textAlign = null,
        public TextDirection|string|null $textDirection = null,
        public int|float|null $characterSpacing = null,
        public ?int $tabIndex = null,
        public ResizeOption|string|null $resizeOption = null,
        mixed ...$contract,
    ) {
        $this->contract = $contract;
    }
}
