<?php

declare(strict_types=1);

namespace Stead\Exception;

use Stead\Status;

/** Well formed, but not allowed; the text names the rule, $remedy the verb that mends it. Source: design 8. */
final class Refused extends SteadException
{
    public function status(): Status
    {
        return Status::Refused;
    }
}
