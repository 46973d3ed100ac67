<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** The request breaks rules of form; $fields names every member at fault. Source: design 8. */
final class Invalid extends SteadException
{
    public function status(): Status
    {
        return Status::Invalid;
    }
}
