<?php

declare(strict_types=1);

namespace Stead;

/** What the link of an owner stands for. Source: design 3. */
enum LinkKind: string
{
    case Consent = 'consent';
    case Grant = 'grant';
}
