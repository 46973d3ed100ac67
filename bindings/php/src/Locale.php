<?php

declare(strict_types=1);

namespace Stead;

/** Language of mails and texts. Source: contract 2.2. */
enum Locale: string
{
    case EN = 'EN';
    case NO = 'NO';
    case FR = 'FR';
    case DE = 'DE';
    case ES = 'ES';
    case BG = 'BG';
    case CS = 'CS';
    case DA = 'DA';
    case IT = 'IT';
    case NL = 'NL';
    case PL = 'PL';
    case PT = 'PT';
    case RO = 'RO';
    case RU = 'RU';
    case SV = 'SV';
    case Default = 'Default';
    case JA = 'JA';
    case TH = 'TH';
    case ZH_CN = 'ZH_CN';
    case ZH_TW = 'ZH_TW';
    case KO = 'KO';
}
