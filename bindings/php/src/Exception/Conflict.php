<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** The state has moved, or the thing exists already: read again. Source: design 8. */
final class Conflict extends SteadException
{
    public function status(): Status
    {
        return Status::Conflict;
    }
}
