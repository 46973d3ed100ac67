<?php

declare(strict_types=1);

namespace Stead;

/** Whose address a mail in somebody's name shows. Source: design 5. */
enum MailMode: string
{
    case As = 'as';
    case OnBehalf = 'onBehalf';
    case Via = 'via';
}
