<?php

declare(strict_types=1);

namespace Stead\Cli;

use DateTimeImmutable;
use Stead\Engine;

/**
 * Does the time-driven work until nothing is due any more: once, for cron or a timer, or in a loop, as a service.
 *
 * @internal
 */
final class RunDue implements Command
{
    private const COUNTS = [
        'scheduledSent' => 'scheduled documents sent',
        'expired' => 'documents expired',
        'lapsed' => 'requests for consent lapsed',
        'orphansSwept' => 'files nobody referred to swept',
        'requestsForgotten' => 'request ids forgotten',
    ];

    /** Another process may plan something sooner than this one knows of. */
    private const SLEEP_SECONDS_MAX = 30;

    private bool $told = false;

    public function options(): array
    {
        return ['max-steps'];
    }

    public function flags(): array
    {
        return ['loop'];
    }

    public function run(Arguments $arguments, Output $output): int
    {
        $maxSteps = $arguments->number('max-steps');
        $engine = Store::open($arguments);
        if ($arguments->has('loop')) {
            $this->endOnSignals();
        }
        do {
            $next = self::work($engine, $maxSteps, $output);
            if ($arguments->has('loop')) {
                $this->sleepUntil($next);
            }
        } while ($arguments->has('loop') && !$this->told);
        $engine->close();
        return Application::DONE;
    }

    /** Works until nothing is due; answers when something will be. */
    private static function work(Engine $engine, ?int $maxSteps, Output $output): ?DateTimeImmutable
    {
        $done = array_fill_keys(array_keys(self::COUNTS), 0);
        do {
            $work = $engine->runDue($maxSteps);
            foreach (array_keys(self::COUNTS) as $name) {
                $done[$name] += $work->$name;
            }
        } while ($work->more);

        foreach (array_filter($done) as $name => $count) {
            $output->line(sprintf('%6d %s', $count, self::COUNTS[$name]));
        }
        $next = $work->nextDueAt?->format('Y-m-d\TH:i:s.vp');
        $output->line((array_filter($done) === [] ? 'Nothing was due.' : 'Done.')
            . ($next === null ? ' Nothing is planned.' : " Next at $next."));
        $output->answer($done + ['nextDueAt' => $next]);
        return $work->nextDueAt;
    }

    private function sleepUntil(?DateTimeImmutable $next): void
    {
        $end = min($next?->getTimestamp() ?? PHP_INT_MAX, time() + self::SLEEP_SECONDS_MAX);
        do {
            sleep(1); // a signal ends it early
        } while (!$this->told && time() < $end);
    }

    private function endOnSignals(): void
    {
        if (!function_exists('pcntl_async_signals')) {
            return;
        }
        pcntl_async_signals(true);
        foreach ([SIGTERM, SIGINT] as $signal) {
            pcntl_signal($signal, function (): void {
                $this->told = true;
            });
        }
    }
}
