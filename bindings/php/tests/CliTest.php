<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;

/** vendor/bin/stead */
final class CliTest extends TestCase
{
    private const PROGRAM = __DIR__ . '/../bin/stead';

    public function testInitMakesAStoreOnce(): void
    {
        $store = Store::freshPath();
        [$status, $out] = Php::run(self::PROGRAM, ['init', $store]);
        self::assertSame([0, true], [$status, str_contains($out, "Made the store $store")]);
        self::assertSame(0600, fileperms("$store.secret") & 0777);
        [$status, $out] = Php::run(self::PROGRAM, ['init', $store, '--json']);
        self::assertSame([0, false], [$status, json_decode($out)->made]);
    }

    public function testInitTakesASecretFile(): void
    {
        $store = Store::freshPath();
        $secret = Store::freshPath();
        self::assertSame(0, Php::run(self::PROGRAM, ['init', $store, "--secret-file=$secret"])[0]);
        self::assertSame([32, 0600], [filesize($secret), fileperms($secret) & 0777]);
        self::assertFileDoesNotExist("$store.secret");
        file_put_contents($secret, random_bytes(32));
        [$status, , $errors] = Php::run(self::PROGRAM, ['run-due', $store, "--secret-file=$secret"]);
        self::assertSame([1, true], [$status, str_contains($errors, 'secretMismatch')]);
        file_put_contents($secret, 'short');
        self::assertSame(2, Php::run(self::PROGRAM, ['run-due', $store, "--secret-file=$secret"])[0]);
    }

    public function testRunDueTellsWhatItDid(): void
    {
        $store = Store::freshPath();
        Php::run(self::PROGRAM, ['init', $store]);
        [$status, $out] = Php::run(self::PROGRAM, ['run-due', $store, '--max-steps=5']);
        self::assertSame([0, true], [$status, str_starts_with($out, 'sent 0, expired 0')]);
        [, $out] = Php::run(self::PROGRAM, ['run-due', $store, '--json']);
        self::assertFalse(json_decode($out)->more);
        self::assertSame(2, Php::run(self::PROGRAM, ['run-due', $store, '--max-steps=many'])[0]);
    }

    public function testRunDueLoopsUntilItIsTold(): void
    {
        $store = Store::freshPath();
        Php::run(self::PROGRAM, ['init', $store]);
        $command = [PHP_BINARY, '-n', ...Php::settings(), self::PROGRAM, 'run-due', $store, '--loop', '--json'];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        self::assertNotFalse($process);
        self::assertJson((string) fgets($pipes[1]));
        proc_terminate($process, SIGTERM);
        self::assertSame('', stream_get_contents($pipes[2]));
        self::assertSame(0, proc_close($process));
        self::assertFileDoesNotExist("$store-wal", 'it closed its engine');
    }

    public function testDoctor(): void
    {
        [$status, $out] = Php::run(self::PROGRAM, ['doctor']);
        self::assertSame([0, false], [$status, str_contains($out, 'BAD')], $out);
        $store = Store::freshPath();
        [$status, $out] = Php::run(self::PROGRAM, ['doctor', $store]);
        self::assertSame([1, true], [$status, str_contains($out, 'is not there; stead init makes it')]);
        Php::run(self::PROGRAM, ['init', $store]);
        self::assertSame(0, Php::run(self::PROGRAM, ['doctor', $store])[0]);
        chmod("$store.secret", 0644);
        [$status, $out] = Php::run(self::PROGRAM, ['doctor', $store, '--json']);
        $findings = array_map(json_decode(...), explode("\n", trim($out)));
        self::assertSame([1, ['secret', 'store']], [$status, array_values(array_column(
            array_filter($findings, static fn (object $finding): bool => !$finding->ok),
            'check',
        ))]);
        file_put_contents($store, 'no store');
        self::assertStringContainsString('BAD  store', Php::run(self::PROGRAM, ['doctor', $store])[1]);
    }

    public function testDoctorMissesTheExtension(): void
    {
        $command = escapeshellarg(PHP_BINARY) . ' -n ' . escapeshellarg(self::PROGRAM);
        exec("$command doctor", $out, $status);
        self::assertSame([1, true], [$status, str_contains(implode("\n", $out), 'BAD  extension')]);
        exec("$command init x 2>&1", $out, $status);
        self::assertSame([2, true], [$status, str_contains(implode("\n", $out), 'stead doctor says more')]);
    }

    public function testUsage(): void
    {
        self::assertSame(0, Php::run(self::PROGRAM)[0]);
        foreach ([['dance'], ['init'], ['init', 'x', '--colour'], ['run-due', 'x', '--loop=1']] as $arguments) {
            [$status, , $errors] = Php::run(self::PROGRAM, $arguments);
            self::assertSame([2, true], [$status, str_contains($errors, 'Usage: stead COMMAND')]);
        }
    }
}
