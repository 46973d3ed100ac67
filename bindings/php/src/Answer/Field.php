<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\FieldType;
use Stead\Font;
use Stead\ResizeOption;
use Stead\TextAlign;
use Stead\TextDirection;
use Stead\ValidationType;

/** A place to fill in. Source: contract 4.5. */
final readonly class Field extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** What belongs there. */
        public FieldType|string $fieldType,
        /** On which file, from 0. */
        public int $fileIndex,
        /** On which page of it, from 1. */
        public int $pageNumber,
        /** Where on that page. */
        public Bounds $bounds,
        /** Whether it must be filled in. */
        public bool $isRequired,
        /** Its name. */
        public string $name,
        /** What stands there. */
        public string $value,
        /** Most characters of a TextBox; 0: no limit. */
        public ?int $characterLimit = null,
        /** What a TextBox takes. */
        public ValidationType|string|null $validationType = null,
        /** Regular expression of ValidationType::CustomRegex. */
        public ?string $validationCustomRegex = null,
        /** What the signer is told when it does not fit. */
        public ?string $validationCustomRegexMessage = null,
        /** Format of a DateSigned, e.g. "yyyy-MM-dd". */
        public ?string $dateFormat = null,
        /** Font. */
        public Font|string|null $font = null,
        /** Size of the font. */
        public ?float $fontSize = null,
        /** Colour of the text, e.g. "#1a2b3c". */
        public ?string $fontHexColor = null,
        /** Colour behind the text. */
        public ?string $backgroundHexColor = null,
        /** Bold. */
        public ?bool $isBoldFont = null,
        /** Italic. */
        public ?bool $isItalicFont = null,
        /** Underlined. */
        public ?bool $isUnderLineFont = null,
        /** Height of a line. */
        public ?int $lineHeight = null,
        /** Label beside it. */
        public ?string $label = null,
        /** What stands in it while it is empty. */
        public ?string $placeHolder = null,
        /** Alignment. */
        public TextAlign|string|null $textAlign = null,
        /** Direction of writing. */
        public TextDirection|string|null $textDirection = null,
        /** Space between characters. */
        public ?float $characterSpacing = null,
        /** Place in the order of the tabulator key. */
        public ?int $tabIndex = null,
        /** What happens when the text is too long. */
        public ResizeOption|string|null $resizeOption = null,
    ) {
    }
}
