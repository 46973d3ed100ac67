<?php

declare(strict_types=1);

namespace Stead;

/** What came of a request for consent. Source: design 3. */
enum ConsentAnswer: string
{
    case Approved = 'approved';
    case Denied = 'denied';
    case Superseded = 'superseded';
    case Withdrawn = 'withdrawn';
}
