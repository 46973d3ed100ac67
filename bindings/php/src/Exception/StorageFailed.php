<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** The store could not be read or written, or does not fit: an operator is needed. Source: design 8. */
final class StorageFailed extends SteadException
{
    public function status(): Status
    {
        return Status::Storage;
    }
}
