<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Exception\SteadException;

/**
 * The program vendor/bin/stead.
 *
 * @internal
 */
final class Application
{
    private const HELP = <<<'TEXT'
        Usage: stead COMMAND …

          stead init STORE [--secret-file=FILE]
              Makes a store, and a host secret of 32 random bytes where there is none yet: in FILE, or
              beside the store in STORE.secret. Both may exist already.

          stead run-due STORE [--secret-file=FILE] [--loop] [--max-steps=N]
              Does the time-driven work that is due: scheduled sends, expiry, lapsed requests. With
              --loop it goes on until it gets SIGTERM or SIGINT; several may run at once.

          stead doctor [STORE] [--secret-file=FILE]
              Looks whether PHP, the extension, the library and the store fit together. Changes nothing.

        Every command takes --json and then answers one JSON object a line.

        TEXT;

    /** @var array<string, class-string<Command>> */
    private const COMMANDS = ['init' => Init::class, 'run-due' => RunDue::class, 'doctor' => Doctor::class];

    /**
     * @param list<string> $arguments
     * @return int exit status: 0 well, 1 failed, 2 wrong usage
     */
    public function run(array $arguments): int
    {
        $name = array_shift($arguments) ?? 'help';
        if (in_array($name, ['help', '--help', '-h'], true)) {
            echo self::HELP;
            return 0;
        }
        try {
            $class = self::COMMANDS[$name] ?? throw new UsageError("there is no command $name");
            $input = new Input($arguments, $class::OPTIONS);
            if ($class !== Doctor::class && !extension_loaded('stead')) {
                throw new UsageError('the extension stead is not loaded; stead doctor says more');
            }
            return (new $class())->run($input);
        } catch (UsageError $problem) {
            fwrite(STDERR, "stead: {$problem->getMessage()}\n\n" . self::HELP);
            return 2;
        } catch (SteadException $problem) {
            fwrite(STDERR, "stead: {$problem->codeWord()}: {$problem->getMessage()}\n");
            return 1;
        }
    }
}
