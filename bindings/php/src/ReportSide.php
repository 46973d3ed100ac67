<?php

declare(strict_types=1);

namespace Stead;

/** By what documents are counted. */
enum ReportSide: string
{
    case Principal = 'principal';
    case Actor = 'actor';
    case Status = 'status';
    case Label = 'label';
    case Team = 'team';
    case MetaData = 'metaData';
}
