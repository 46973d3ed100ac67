<?php

// How the demo talks to its reader, and how it gives up.

declare(strict_types=1);

use Stead\Answer\OutboxMessage;
use Stead\Exception\SteadException;

const BOLD = "\033[1m";
const DIM = "\033[2m";
const GREEN = "\033[32m";
const RED = "\033[31m";
const BLUE = "\033[34m";

/** The text in a colour, where there is a terminal. */
function painted(string $colour, string $text): string
{
    return stream_isatty(STDOUT) ? "$colour$text\033[0m" : $text;
}

/** Numbered step: what happens in plain words, and the PHP call behind it. */
function step(string $what, string $call = ''): void
{
    static $number = 0;
    printf("\n%s\n", painted(BOLD, sprintf('%2d. %s', ++$number, $what)));
    if ($call !== '') {
        tell(painted(BLUE, $call));
    }
}

/** One line below a step. */
function tell(string $line): void
{
    echo "    $line\n";
}

/** A good end of a step. */
function tellGood(string $line): void
{
    tell(painted(GREEN, $line));
}

/** A refusal, with the verb that mends it. */
function tellRefused(SteadException $refused): void
{
    tell(painted(RED, 'refused: ' . $refused->codeWord()));
    tell($refused->getMessage());
    if ($refused->remedy !== null) {
        tell(painted(DIM, "remedy: $refused->remedy"));
    }
}

/** A mail in a frame, as its reader would get it. */
function tellMail(OutboxMessage $mail): void
{
    $bar = painted(DIM, '|');
    tell(painted(DIM, '.' . str_repeat('-', 75)));
    tell("$bar From:     {$mail->from->name} <{$mail->from->email}>");
    if ($mail->replyTo !== null) {
        tell("$bar Reply-To: {$mail->replyTo->name} <{$mail->replyTo->email}>");
    }
    tell("$bar To:       {$mail->to->name} <{$mail->to->email}>");
    tell("$bar Subject:  " . painted(BOLD, $mail->subject));
    tell($bar);
    foreach (explode("\n", rtrim($mail->text, "\n")) as $line) {
        tell("$bar $line");
    }
    tell(painted(DIM, "'" . str_repeat('-', 75)));
}

/** Ends the program with $what unless it holds: the demo checks what it says. */
function expect(bool $holds, string $what): void
{
    if (!$holds) {
        fwrite(STDERR, "\nThe demo expected that $what, and it is not so.\n");
        exit(1);
    }
}
