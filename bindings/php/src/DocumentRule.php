<?php

declare(strict_types=1);

namespace Stead;

/** What a document asks of whoever does an operation on it. Source: design 4. */
enum DocumentRule: string
{
    case None = 'none';
    case Acts = 'acts';
    case Holds = 'holds';
}
