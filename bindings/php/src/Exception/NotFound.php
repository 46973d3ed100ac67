<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** There is no such thing, or none the caller may see. Source: design 8. */
final class NotFound extends SteadException
{
    public function status(): Status
    {
        return Status::NotFound;
    }
}
