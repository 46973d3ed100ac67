<?php

declare(strict_types=1);

namespace Stead;

/** How a signer proves himself. Source: contract 4.5. */
enum AuthenticationType: string
{
    case None = 'None';
    case AccessCode = 'AccessCode';
}
