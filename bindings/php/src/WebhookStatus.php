<?php

declare(strict_types=1);

namespace Stead;

/** Whether a webhook has answered its verification and is told of events. Source: contract 6.1. */
enum WebhookStatus: string
{
    case Pending = 'Pending';
    case Enabled = 'Enabled';
    case Disabled = 'Disabled';
}
