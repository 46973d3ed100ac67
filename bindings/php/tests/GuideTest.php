<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;

/**
 * docs/php.md: what stands there runs, and prints what stands there.
 *
 * @group shell
 */
final class GuideTest extends TestCase
{
    private const SEPARATOR = "\x1e";

    private Guide $guide;
    private string $site = '';

    /** @var resource|null */
    private $server = null;

    protected function setUp(): void
    {
        $this->guide = new Guide();
    }

    protected function tearDown(): void
    {
        if ($this->server !== null) {
            proc_terminate($this->server);
            proc_close($this->server);
        }
        $this->guide->remove();
    }

    public function testTheSnippetsPrintWhatThePageSays(): void
    {
        foreach (Guide::blocks('sh') as [, $code]) {
            [$ended, $out] = $this->guide->run('bash', '-euc', $code);
            self::assertSame(0, $ended, "$code$out");
        }
        $snippets = self::snippets();
        self::assertGreaterThan(8, count($snippets));
        $script = implode("\necho \"\\x1e\";\n", array_column($snippets, 1));
        file_put_contents("{$this->guide->folder}/guide.php", $script);

        [$ended, $out] = $this->guide->run(PHP_BINARY, 'guide.php');

        self::assertSame(0, $ended, $out);
        self::assertSame(array_column($snippets, 2), explode(self::SEPARATOR, $out));
    }

    public function testTheCrmSendsForItsReps(): void
    {
        foreach (Guide::blocks('php') as [$named, $code]) {
            if (preg_match('/^file=(.+)$/', $named, $found) === 1) {
                file_put_contents("{$this->guide->folder}/$found[1]", $code);
            }
        }
        $browser = $this->startCrm();

        [$status, $body] = $browser->open('send.php', ['offer' => '4711']);
        self::assertSame([401, 'Log in first.'], [$status, json_decode($body)->text]);
        $browser->open('login.php');
        self::assertSame(404, $browser->open('send.php', ['offer' => '4799'])[0]);

        [$status, $body] = $browser->open('send.php', ['offer' => '4711']);
        self::assertSame(403, $status, $body);
        self::assertSame(json_decode(Guide::blocks('json')[0][1], true), json_decode($body, true));

        [$status, $body] = $browser->open('ask.php', ['offer' => '4711', 'remedy' => 'identity.create']);
        self::assertSame([200, '{"status":"Pending"}'], [$status, $body]);
        $refused = json_decode($browser->open('send.php', ['offer' => '4711'])[1]);
        self::assertSame(['consentPending', 'Send the request again'], [$refused->code, $refused->button]);

        self::assertStringContainsString('Thank you.', $this->answer('c', 'approve'));
        [$status, $body] = $browser->open('send.php', ['offer' => '4711']);
        self::assertSame([201, 'Luther Cooper'], [$status, json_decode($body)->from]);
        self::assertSame([201, $body], $browser->open('send.php', ['offer' => '4711']), 'a double click sends once');

        $mails = $this->mails();
        self::assertStringContainsString('From: Luther Cooper via Cubeflakes CRM <contracts@cubeflakes.com>', $mails);
        self::assertStringContainsString('Reply-To: Luther Cooper <luthercooper@cubeflakes.com>', $mails);

        self::assertStringContainsString('Thank you.', $this->answer('r', 'revoke'));
        $refused = json_decode($browser->open('send.php', ['offer' => '4712'])[1]);
        self::assertSame(['consentRevoked', 'Ask again'], [$refused->code, $refused->button]);
    }

    /** Makes the store, starts a web server on the recipe's pages; Hank logs in by login.php. */
    private function startCrm(): Browser
    {
        $init = ['init', 'crm.db', '--secret-file', 'host.secret', '--account', 'Cubeflakes', '--json'];
        $admin = ['--admin-name', 'Hank White', '--admin-email', 'hankwhite@cubeflakes.com'];
        [$ended, $out] = $this->guide->run('vendor/bin/stead', ...$init, ...$admin);
        self::assertSame(0, $ended, $out);
        $hank = json_decode($out)->account->adminUserId;
        $login = "<?php session_start(); \$_SESSION['steadUserId'] = '$hank';";
        file_put_contents("{$this->guide->folder}/public/login.php", $login);

        $free = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($free, false);
        fclose($free);
        $this->server = $this->guide->start([PHP_BINARY, '-S', $address, '-t', 'public']);
        for ($tries = 0; ($socket = @stream_socket_client("tcp://$address")) === false; $tries++) {
            self::assertLessThan(500, $tries, 'the web server listens');
            usleep(10_000);
        }
        fclose($socket);
        $this->site = "http://$address";
        return new Browser($this->site);
    }

    /** Luther opens the newest link of that kind he was mailed, and presses a button. */
    private function answer(string $kind, string $button): string
    {
        preg_match_all("~https://crm\.cubeflakes\.com/$kind/(\S+)~", $this->mails(), $links);
        self::assertNotSame([], $links[1]);
        $page = 'owner.php?token=' . end($links[1]);
        $luther = new Browser($this->site);
        [, $shown] = $luther->open($page);
        self::assertStringContainsString("value=\"$button\"", $shown);
        preg_match('/name="textHash" value="([^"]+)"/', $shown, $hash);
        return $luther->open($page, ['answer' => $button, 'textHash' => $hash[1]])[1];
    }

    /** All mails that the worker has handed to the mail server, once it has run again. */
    private function mails(): string
    {
        [$ended, $out] = $this->guide->run(PHP_BINARY, 'worker.php');
        self::assertSame(0, $ended, $out);
        self::assertMatchesRegularExpression('/^\d+ mails delivered$/', $out);
        return quoted_printable_decode((string) file_get_contents("{$this->guide->folder}/mails"));
    }

    /** @return list<array{string, string, string}> the blocks that follow one another */
    private static function snippets(): array
    {
        return array_values(array_filter(Guide::blocks('php'), static fn (array $block): bool => $block[0] === ''));
    }
}
