<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** A defect in the calling program, e.g. a closed engine or a fork. Source: design 8. */
final class Misuse extends SteadException
{
    public function status(): Status
    {
        return Status::Misuse;
    }
}
