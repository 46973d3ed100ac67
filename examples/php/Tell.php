<?php

declare(strict_types=1);

namespace Stead\Examples;

use RuntimeException;
use Stead\Answer\OutboxMessage;
use Stead\Exception\SteadException;

/** Prints the story. */
final class Tell
{
    private static int $steps = 0;

    public static function step(string $what, string $call = ''): void
    {
        printf("\n%s\n", self::colour('1', sprintf('%2d. %s', ++self::$steps, $what)));
        if ($call !== '') {
            printf("    %s\n", self::colour('34', $call));
        }
    }

    public static function line(string $text): void
    {
        echo "    $text\n";
    }

    public static function good(string $text): void
    {
        self::line(self::colour('32', $text));
    }

    public static function refused(SteadException $refused): void
    {
        self::line(self::colour('31', "refused: {$refused->codeWord()}"));
        self::line($refused->getMessage());
        if ($refused->remedy !== null) {
            self::line(self::colour('2', "remedy: $refused->remedy"));
        }
    }

    public static function mail(OutboxMessage $mail): void
    {
        $rule = str_repeat('-', 75);
        self::line(self::colour('2', ".$rule"));
        $head = ["From:     {$mail->from->name} <{$mail->from->email}>"];
        if ($mail->replyTo !== null) {
            $head[] = "Reply-To: {$mail->replyTo->name} <{$mail->replyTo->email}>";
        }
        array_push($head, "To:       {$mail->to->name} <{$mail->to->email}>", "Subject:  $mail->subject", '');
        foreach ([...$head, ...explode("\n", rtrim($mail->text, "\n"))] as $text) {
            self::line(self::colour('2', '|') . " $text");
        }
        self::line(self::colour('2', "'$rule"));
    }

    public static function expect(bool $holds, string $what): void
    {
        if (!$holds) {
            throw new RuntimeException("The story expected that $what, and it is not so.");
        }
    }

    private static function colour(string $code, string $text): string
    {
        return stream_isatty(STDOUT) ? "\033[{$code}m$text\033[0m" : $text;
    }
}
