<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** Another writer held the store for too long; try again. Source: design 8. */
final class Busy extends SteadException
{
    public function status(): Status
    {
        return Status::Busy;
    }
}
