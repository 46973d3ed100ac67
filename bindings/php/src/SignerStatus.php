<?php

declare(strict_types=1);

namespace Stead;

/** Whether a signer has signed. Source: design 3. */
enum SignerStatus: string
{
    case NotCompleted = 'NotCompleted';
    case Completed = 'Completed';
    case Declined = 'Declined';
}
