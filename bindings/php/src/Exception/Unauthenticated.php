<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** The credential is not good. Source: design 8. */
final class Unauthenticated extends SteadException
{
    public function status(): Status
    {
        return Status::Unauthenticated;
    }
}
