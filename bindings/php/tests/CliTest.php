<?php

declare(strict_types=1);

namespace Stead\Tests;

use DateTimeImmutable;
use PHPUnit\Framework\TestCase;
use Stead\Cli\Application;
use Stead\Cli\Installation;
use Stead\DocumentStatus;
use Stead\Engine;
use Stead\Operation;
use Stead\Status;

/** bin/stead, run as a program. */
final class CliTest extends TestCase
{
    private const PROGRAM = __DIR__ . '/../bin/stead';

    private string $store;
    private string $secret;

    protected function setUp(): void
    {
        $this->store = Store::freshPath();
        $this->secret = "$this->store.key";
    }

    public function testInitMakesStoreSecretAndAccount(): void
    {
        $answer = $this->json(Application::DONE, ...$this->init());

        self::assertTrue($answer['made']);
        self::assertTrue($answer['secretMade']);
        self::assertNull($answer['warning']);
        self::assertSame(0600, fileperms($this->secret) & 0777);
        $engine = Engine::open($this->store, file_get_contents($this->secret));
        self::assertSame('Cubeflakes', $engine->accounts->get($answer['account']['id'])->name);
        self::assertSame('hankwhite@cubeflakes.com', $this->mailOf($engine, $answer['account']['adminUserId']));
    }

    public function testInitAgainChangesNothing(): void
    {
        $this->json(Application::DONE, ...$this->init());
        $secret = file_get_contents($this->secret);

        $answer = $this->json(Application::DONE, 'init', $this->store, '--secret-file', $this->secret);

        self::assertFalse($answer['made']);
        self::assertFalse($answer['secretMade']);
        self::assertNull($answer['account']);
        self::assertSame($secret, file_get_contents($this->secret));
    }

    public function testInitMakesNoSecretForAStoreThatHasOne(): void
    {
        $this->json(Application::DONE, ...$this->init());
        $answer = $this->json(Application::WRONG_USAGE, 'init', $this->store, "--secret-file=$this->secret.other");
        self::assertStringContainsString('cannot be read', $answer['error']['text']);
        self::assertFileDoesNotExist("$this->secret.other");
    }

    public function testInitWithoutSecretFileWarns(): void
    {
        [$code, $out] = $this->cli('init', $this->store);
        self::assertSame(Application::DONE, $code);
        self::assertStringContainsString("Its secret is made: $this->store.secret", $out);
        self::assertStringContainsString('warning: ', $out);
    }

    public function testWhatSteadRefusesHasItsOwnExitCodeAndNamesTheFields(): void
    {
        $admin = ['--admin-name', 'Hank White', '--admin-email', 'hankwhite'];
        $line = ['init', $this->store, '--account', 'Cubeflakes', ...$admin];
        $answer = $this->json(Application::STATUS_BASE + \STEAD_INVALID, ...$line);
        self::assertSame('invalidRecord', $answer['error']['code']);
        self::assertSame('/admin/email', $answer['error']['fields'][0]['field']);

        [, , $errors] = $this->cli(...$line);
        self::assertStringContainsString('/admin/email: ', $errors);
    }

    public function testAWrongSecretIsAStorageFailure(): void
    {
        $this->json(Application::DONE, ...$this->init());
        file_put_contents("$this->secret.wrong", str_repeat('x', 32));
        $line = ['run-due', $this->store, '--secret-file', "$this->secret.wrong"];

        [$code, $out, $errors] = $this->cli(...$line);

        self::assertSame(Application::STATUS_BASE + \STEAD_STORAGE, $code);
        self::assertSame('', $out);
        self::assertStringStartsWith('secretMismatch: ', $errors);
        self::assertStringNotContainsString('xxxx', $errors);
    }

    /** @dataProvider wrongLines */
    public function testWrongUsage(string $says, string ...$line): void
    {
        $answer = $this->json(Application::WRONG_USAGE, ...$line);
        self::assertStringContainsString($says, $answer['error']['text']);
    }

    /** @return iterable<list<string>> */
    public static function wrongLines(): iterable
    {
        yield ['name a command'];
        yield ['no command "dance"', 'dance'];
        yield ['no option "--deep"', 'doctor', '--deep'];
        yield ['no option "--loop=1"', 'run-due', 'x.db', '--loop=1'];
        yield ['is a whole number', 'run-due', 'x.db', '--max-steps=many'];
        yield ['--max-steps needs a value', 'run-due', 'x.db', '--max-steps'];
        yield ['name the store', 'run-due'];
        yield ['no store', 'run-due', '/nowhere/x.db'];
        yield ['one word too many', 'doctor', 'a.db', 'b.db'];
        yield ['--to FILE', 'backup', 'x.db'];
        yield ['go together', 'init', 'a.db', '--account', 'Cubeflakes'];
    }

    public function testRunDueSendsWhatIsScheduledAndTellsWhenToComeAgain(): void
    {
        $answer = $this->json(Application::DONE, ...$this->init());
        $engine = Engine::open($this->store, file_get_contents($this->secret));
        $hank = $engine->sessionFor($answer['account']['adminUserId']);
        $sent = $hank->documents->send(
            'Agreement',
            [Store::david()],
            [Store::agreement()],
            scheduledSendAt: new DateTimeImmutable('+300 milliseconds'),
        );
        $later = $hank->documents->send(
            'Agreement',
            [Store::david()],
            [Store::agreement()],
            scheduledSendAt: new DateTimeImmutable('+1 hour'),
        );
        usleep(350_000);

        $line = ['run-due', $this->store, '--secret-file', $this->secret];
        $work = $this->json(Application::DONE, ...$line, ...['--max-steps', '1']);

        self::assertSame(1, $work['scheduledSent']);
        self::assertEquals($later->scheduledSendAt, new DateTimeImmutable($work['nextDueAt']));
        self::assertSame(DocumentStatus::InProgress, $hank->documents->get($sent->id)->status);
        [, $out] = $this->cli(...$line);
        self::assertStringStartsWith("Nothing was due. Next at ", $out);
    }

    public function testRunDueLoopsUntilItIsTold(): void
    {
        $this->json(Application::DONE, ...$this->init());
        $line = ['run-due', $this->store, '--secret-file', $this->secret, '--loop', '--json'];
        $command = [PHP_BINARY, '-n', ...Php::settings(), self::PROGRAM, ...$line];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        self::assertIsResource($process);
        self::assertJson((string) fgets($pipes[1]));
        proc_terminate($process, SIGTERM);
        self::assertSame('', stream_get_contents($pipes[2]));
        self::assertSame(0, proc_close($process));
        self::assertFileDoesNotExist("$this->store-wal", 'it closed its engine');
    }

    public function testBackupMakesANewFileAndNeverAnother(): void
    {
        $this->json(Application::DONE, ...$this->init());
        $copy = Store::freshPath();
        $line = ['backup', $this->store, '--secret-file', $this->secret, '--to', $copy];
        $answer = $this->json(Application::DONE, ...$line);
        self::assertSame([$copy, filesize($copy)], [$answer['path'], $answer['bytes']]);
        $answer = $this->json(Application::STATUS_BASE + \STEAD_CONFLICT, ...$line);
        self::assertSame('backupExists', $answer['error']['code']);
        self::assertSame(Application::DONE, $this->cli('check', $copy, '--secret-file', $this->secret)[0]);
    }

    public function testCheckReadsTheWholeStoreAndSaysWhatIsDamaged(): void
    {
        $this->json(Application::DONE, ...$this->init());
        $line = ['check', $this->store, '--secret-file', $this->secret];
        $answer = $this->json(Application::DONE, ...$line);
        self::assertSame([true, []], [$answer['ok'], $answer['findings']]);
        self::assertGreaterThan(20, $answer['steps']);

        $script = Store::freshPath();
        file_put_contents($script, '<?php (new SQLite3($argv[1]))->exec("UPDATE audit_head SET size = size + 1");');
        self::assertSame([0, '', ''], Php::run($script, [$this->store], ['-d', 'extension=sqlite3']));
        $answer = $this->json(Application::FOUND_PROBLEMS, ...$line);
        self::assertFalse($answer['ok']);
        self::assertSame(['head'], array_column($answer['findings'], 'check'));
        self::assertStringContainsString('Damage: 1.', $this->cli(...$line)[1]);
    }

    public function testDoctorFindsAFileThatIsNoStore(): void
    {
        $this->json(Application::DONE, ...$this->init());
        file_put_contents($this->store, 'no store');
        $found = $this->doctor(Application::FOUND_PROBLEMS)['opens'];
        self::assertSame('failed', $found['result']);
        self::assertSame('no store', file_get_contents($this->store));
    }

    public function testDoctorFindsAHealthyStore(): void
    {
        $this->json(Application::DONE, ...$this->init());
        $checks = $this->doctor(Application::DONE);
        foreach (['php', 'extension', 'version', 'sqlite', 'store', 'secret', 'opens', 'dead letters'] as $name) {
            self::assertSame('ok', $checks[$name]['result'], $name);
        }
    }

    public function testDoctorFindsDeadLetters(): void
    {
        $test = new Store();
        $test->hank->identities->create('Luther Cooper', Store::LUTHER);
        for ($day = 1; $test->engine->outbox->deadLetters()->total === 0; $day++) {
            self::assertLessThan(20, $day);
            $test->engine->setTestClock(new DateTimeImmutable("2026-01-01 + $day days"));
            foreach ($test->engine->outbox->take()->items as $mail) {
                $test->engine->outbox->fail($mail->id, $mail->lease, 'no such mailbox');
            }
        }
        $test->engine->close();
        $this->store = $test->path;
        file_put_contents($this->secret, Store::SECRET);
        chmod($this->secret, 0600);

        $found = $this->doctor(Application::DONE)['dead letters'];

        self::assertSame('warning', $found['result']);
        self::assertStringContainsString('identity.asked.owner, 10 attempts, no such mailbox', $found['text']);
        self::assertNotNull($found['remedy']);
    }

    public function testDoctorFindsAnOpenSecret(): void
    {
        $this->json(Application::DONE, ...$this->init());
        chmod($this->secret, 0644);
        $found = $this->doctor(Application::FOUND_PROBLEMS)['secret'];
        self::assertSame(['failed', "chmod 0600 $this->secret"], [$found['result'], $found['remedy']]);

        chmod($this->secret, 0640);
        self::assertSame('warning', $this->doctor(Application::DONE)['secret']['result']);

        file_put_contents($this->secret, 'short');
        $found = $this->doctor(Application::FOUND_PROBLEMS)['secret'];
        self::assertStringContainsString('5 bytes instead of 32', $found['text']);
    }

    public function testDoctorFindsThatNothingIsThere(): void
    {
        $checks = $this->doctor(Application::FOUND_PROBLEMS);
        self::assertSame("stead init $this->store", $checks['store']['remedy']);
        self::assertSame('failed', $checks['secret']['result']);
        self::assertArrayNotHasKey('opens', $checks);
        self::assertFileDoesNotExist($this->store);
    }

    public function testDoctorFindsTheWrongSecret(): void
    {
        $this->json(Application::DONE, ...$this->init());
        file_put_contents($this->secret, random_bytes(32));
        $found = $this->doctor(Application::FOUND_PROBLEMS)['opens'];
        self::assertStringStartsWith('secretMismatch: ', $found['text']);
        self::assertNotNull($found['remedy']);
    }

    public function testWithoutTheExtensionTheDoctorSaysSoAndTheRestStops(): void
    {
        [$code, $out] = self::program([PHP_BINARY, '-n', self::PROGRAM, 'doctor']);
        self::assertSame(Application::FOUND_PROBLEMS, $code);
        self::assertMatchesRegularExpression('/^failed +extension +stead is not loaded$/m', $out);

        [$code, , $errors] = self::program([PHP_BINARY, '-n', self::PROGRAM, 'run-due', $this->store]);
        self::assertSame(Application::NO_EXTENSION, $code);
        self::assertStringContainsString('remedy: stead doctor', $errors);
    }

    public function testVersionsThatDoNotFit(): void
    {
        self::assertSame('ok', Installation::version('0.1.0', '0.1.0')->result);
        self::assertSame('ok', Installation::version('0.1.0', '0.1.3')->result);
        self::assertSame('failed', Installation::version('0.1.3', '0.1.0')->result);
        self::assertSame('failed', Installation::version('0.1.0', '0.2.0')->result);
    }

    public function testHelpNamesEveryCommandAndStatus(): void
    {
        [$code, $out] = $this->cli('--help');
        self::assertSame(Application::DONE, $code);
        foreach (['init', 'run-due', 'backup', 'check', 'doctor'] as $command) {
            self::assertStringContainsString("  $command ", $out);
        }
        foreach (array_slice(Status::cases(), 1, null, true) as $place => $status) {
            $exit = Application::STATUS_BASE + $place;
            self::assertStringContainsString("$exit $status->value", $out);
        }
    }

    /** @return list<string> */
    private function init(): array
    {
        return [
            'init', $this->store, '--secret-file', $this->secret, '--account', 'Cubeflakes',
            '--admin-name', 'Hank White', '--admin-email', 'hankwhite@cubeflakes.com',
        ];
    }

    private function mailOf(Engine $engine, string $userId): string
    {
        $hank = $engine->sessionFor($userId);
        self::assertTrue($hank->allows(Operation::DocumentSend));
        return $hank->users->get($userId)->email;
    }

    /** @return array<string, array<string, ?string>> checks by their name */
    private function doctor(int $code): array
    {
        $answer = $this->json($code, 'doctor', $this->store, '--secret-file', $this->secret);
        self::assertSame($code === Application::DONE, $answer['ok']);
        return array_column($answer['checks'], null, 'name');
    }

    /** @return array<string, mixed> */
    private function json(int $code, string ...$line): array
    {
        [$ended, $out, $errors] = $this->cli(...[...$line, '--json']);
        self::assertSame('', $errors);
        self::assertSame($code, $ended, $out);
        if (is_file($this->secret) && filesize($this->secret) === 32) {
            self::assertStringNotContainsString(file_get_contents($this->secret), $out);
        }
        return json_decode($out, true, flags: JSON_THROW_ON_ERROR);
    }

    /** @return array{int, string, string} how it ended, output, errors */
    private function cli(string ...$line): array
    {
        return Php::run(self::PROGRAM, $line);
    }

    /**
     * @param list<string> $command
     * @return array{int, string, string}
     */
    private static function program(array $command): array
    {
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
        self::assertIsResource($process);
        $out = stream_get_contents($pipes[1]);
        $errors = stream_get_contents($pipes[2]);
        return [proc_close($process), (string) $out, (string) $errors];
    }
}
