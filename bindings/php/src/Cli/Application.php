<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Exception\SteadException;
use Stead\Status;

/**
 * The command line `stead`.
 *
 * @internal
 */
final class Application
{
    public const DONE = 0;
    public const FOUND_PROBLEMS = 1;
    public const WRONG_USAGE = 2;
    public const NO_EXTENSION = 3;
    /** What Stead itself refuses or fails ends with this plus its status as the C ABI numbers it. */
    public const STATUS_BASE = 10;

    private const HELP = <<<'TEXT'
        usage: stead COMMAND [STORE] [--secret-file FILE] [--json]

          init      makes a store, or brings one up to date
                    --account NAME --admin-name NAME --admin-email ADDRESS   makes an account with its first Admin
                    --log-origin NAME   name of the audit logs of accounts made now
          run-due   does the work whose time has come: scheduled sends, expiry, lapsed requests
                    --max-steps N       at most N steps at a time, 1 to 10000
                    --loop              goes on until SIGTERM or SIGINT; several may run at once
          backup    copies the store to a new file while everybody goes on; the secret is not part of it
                    --to FILE           the new file; one that is there is never written over
          check     looks for damage: all pages of the store, the head of every audit log
          doctor    checks PHP, the extension, the store and its secret; changes nothing

        STORE is the path of the store; without it STEAD_STORE says so, as STEAD_SECRET_FILE does for the secret.
        The secret file holds the host secret, 32 bytes; init makes it. Without one, <STORE>.secret is used.
        --json answers one JSON object (run-due --loop: one a line).

        Ends with 0: done; 1: doctor or check found problems; 2: wrong usage; 3: the extension is not loaded;
        11 invalid, 12 refused, 13 notFound, 14 conflict, 15 unauthenticated, 16 limit, 17 busy, 18 storage, 19 misuse,
        20 internal.

        TEXT;

    /**
     * @param resource $out
     * @param resource $errors
     */
    public function __construct(private mixed $out = STDOUT, private mixed $errors = STDERR)
    {
    }

    /** @param list<string> $line what stands behind the name of the program */
    public function run(array $line): int
    {
        if (array_intersect($line, ['--help', '-h', 'help']) !== []) {
            fwrite($this->out, self::HELP);
            return self::DONE;
        }
        $output = new Output(in_array('--json', $line, true), $this->out, $this->errors);
        try {
            return $this->command((string) array_shift($line), $line, $output);
        } catch (UsageError $problem) {
            $output->problem('usage', $problem->getMessage(), 'stead --help');
            return self::WRONG_USAGE;
        } catch (SteadException $failed) {
            $output->failure($failed);
            return self::STATUS_BASE + (int) array_search($failed->status(), Status::cases(), true);
        }
    }

    /** @param list<string> $line */
    private function command(string $name, array $line, Output $output): int
    {
        $command = match (str_starts_with($name, '--') ? '' : $name) {
            'init' => new Init(),
            'run-due' => new RunDue(),
            'backup' => new Backup(),
            'check' => new CheckStore(),
            'doctor' => new Doctor(),
            '' => throw new UsageError('name a command: init, run-due, backup, check or doctor'),
            default => throw new UsageError("there is no command \"$name\""),
        };
        $arguments = Arguments::parse($line, ['secret-file', ...$command->options()], ['json', ...$command->flags()]);
        if (!extension_loaded('stead') && !$command instanceof Doctor) {
            $output->problem('noExtension', 'the PHP extension "stead" is not loaded', 'stead doctor');
            return self::NO_EXTENSION;
        }
        return $command->run($arguments, $output);
    }
}
