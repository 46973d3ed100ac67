<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** A size or a rate is beyond its limit. Source: design 8. */
final class LimitExceeded extends SteadException
{
    public function status(): Status
    {
        return Status::Limit;
    }
}
