<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Answer\DueWork;
use Stead\Engine;

/**
 * Does the time-driven work that is due, once or in a loop.
 *
 * @internal
 */
final class RunDue implements Command
{
    public const OPTIONS = ['secret-file=', 'loop', 'max-steps='];

    /** Another process may plan something sooner than this one knows of. */
    private const SLEEP_SECONDS_MAX = 30;

    private bool $ended = false;

    public function run(Input $input): int
    {
        $engine = Engine::open($input->store(), $input->secret());
        $steps = $input->option('max-steps');
        if ($steps !== null && preg_match('~^\d+$~D', $steps) !== 1) {
            throw new UsageError('--max-steps is a number');
        }
        $loops = $input->option('loop') !== null;
        if ($loops) {
            $this->endOnSignals();
        }
        do {
            $work = $engine->runDue($steps === null ? null : (int) $steps);
            $this->tell($work, $input->isJson());
            if ($loops && !$work->more) {
                $this->sleepUntil($work->nextDueAt?->getTimestamp());
            }
        } while ($work->more || ($loops && !$this->ended));
        $engine->close();
        return 0;
    }

    private function tell(DueWork $work, bool $asJson): void
    {
        if ($asJson) {
            echo $work->toJson(), "\n";
            return;
        }
        $next = $work->nextDueAt?->format('Y-m-d H:i:s') ?? 'nothing is planned';
        printf(
            "sent %d, expired %d, lapsed %d, swept %d files, forgot %d request ids; next: %s\n",
            $work->scheduledSent,
            $work->expired,
            $work->lapsed,
            $work->orphansSwept,
            $work->requestsForgotten,
            $work->more ? 'at once' : $next,
        );
    }

    private function sleepUntil(?int $timestamp): void
    {
        $end = min($timestamp ?? PHP_INT_MAX, time() + self::SLEEP_SECONDS_MAX);
        while (!$this->ended && time() < $end) {
            sleep(1);
        }
    }

    private function endOnSignals(): void
    {
        if (!function_exists('pcntl_async_signals')) {
            return;
        }
        pcntl_async_signals(true);
        foreach ([SIGTERM, SIGINT] as $signal) {
            pcntl_signal($signal, function (): void {
                $this->ended = true;
            });
        }
    }
}
