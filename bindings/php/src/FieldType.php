<?php

declare(strict_types=1);

namespace Stead;

/** What belongs into a field. Source: contract 4.5. */
enum FieldType: string
{
    case Signature = 'Signature';
    case Initial = 'Initial';
    case TextBox = 'TextBox';
    case CheckBox = 'CheckBox';
    case DateSigned = 'DateSigned';
}
