<?php

declare(strict_types=1);

namespace Stead\Internal;

/**
 * What a member of an answer becomes.
 *
 * @internal
 */
enum Kind
{
    case Plain;
    case Number;
    case Time;
    case Word;
    case Words;
    case Record;
    case Records;
}
