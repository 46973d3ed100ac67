<?php

declare(strict_types=1);

namespace Stead;

/** How the consent behind a sender identity stands. Source: design 3. */
enum IdentityStatus: string
{
    case Pending = 'Pending';
    case Verified = 'Verified';
    case Denied = 'Denied';
    case Revoked = 'Revoked';
}
