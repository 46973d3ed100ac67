<?php

declare(strict_types=1);

namespace Stead;

/** What a text field takes. Source: contract 4.5. */
enum ValidationType: string
{
    case None = 'None';
    case NumbersOnly = 'NumbersOnly';
    case EmailAddress = 'EmailAddress';
    case Currency = 'Currency';
    case CustomRegex = 'CustomRegex';
}
