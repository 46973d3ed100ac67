<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** A defect in Stead; please report it. Source: design 8. */
final class Internal extends SteadException
{
    public function status(): Status
    {
        return Status::Internal;
    }
}
