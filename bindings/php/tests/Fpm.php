<?php

declare(strict_types=1);

namespace Stead\Tests;

use RuntimeException;

/** A php-fpm of our own with some workers, on a unix socket. */
final class Fpm
{
    /** @var resource */
    private $process;

    private readonly string $socket;
    private readonly string $log;

    public function __construct(private readonly string $script, int $workers, int $requestsPerWorker = 0)
    {
        $base = Store::freshPath();
        $this->socket = "$base.sock";
        $this->log = "$base.log";
        file_put_contents("$base.conf", <<<CONF
            [global]
            error_log = $this->log
            daemonize = no
            process_control_timeout = 10s
            [www]
            listen = $this->socket
            pm = static
            pm.max_children = $workers
            pm.max_requests = $requestsPerWorker
            catch_workers_output = yes
            clear_env = no
            CONF);
        $command = ['php-fpm8.2', '-n', '-F', '-y', "$base.conf", ...Php::settings()];
        if (posix_geteuid() === 0) {
            $command[] = '-R';
        }
        $null = ['file', '/dev/null', 'w'];
        $process = proc_open($command, [['file', '/dev/null', 'r'], $null, $null], $pipes);
        $this->process = $process !== false ? $process : throw new RuntimeException('php-fpm does not start');
        for ($tries = 0; !file_exists($this->socket); $tries++) {
            if ($tries === 500) {
                throw new RuntimeException("php-fpm does not listen:\n" . $this->log());
            }
            usleep(10_000);
        }
    }

    public function ask(string ...$query): mixed
    {
        return $this->begin(...$query)->answer();
    }

    public function begin(string ...$query): FastCgi
    {
        return new FastCgi($this->socket, $this->script, $query);
    }

    public function log(): string
    {
        return (string) @file_get_contents($this->log);
    }

    /** Lets the workers end what they do. */
    public function stop(): void
    {
        proc_terminate($this->process, SIGQUIT);
        while (proc_get_status($this->process)['running']) {
            usleep(10_000);
        }
    }
}
