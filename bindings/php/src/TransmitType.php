<?php

declare(strict_types=1);

namespace Stead;

/** Whether documents were sent or received. Source: contract 4.2. */
enum TransmitType: string
{
    case Sent = 'Sent';
    case Received = 'Received';
    case Both = 'Both';
}
