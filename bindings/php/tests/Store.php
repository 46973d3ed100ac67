<?php

declare(strict_types=1);

namespace Stead\Tests;

use DateTimeImmutable;
use Stead\Answer\OutboxMessage;
use Stead\AuthenticationType;
use Stead\Engine;
use Stead\FieldType;
use Stead\File;
use Stead\NewField;
use Stead\NewSigner;
use Stead\Options;
use Stead\Session;

/** A fresh store with Hank White in it, for one test. */
final class Store
{
    public const SECRET = "\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7\7";
    public const LUTHER = 'luthercooper@cubeflakes.com';
    public const PDF = __DIR__ . '/../../../examples/data/agreement.pdf';

    public readonly string $path;
    public readonly Engine $engine;
    public readonly string $account;
    public readonly string $hankId;
    public readonly Session $hank;

    public function __construct(?Options $options = null)
    {
        $this->path = self::freshPath();
        $this->engine = Engine::open($this->path, self::SECRET, $options ?? new Options(
            testClockMs: 1_767_225_600_000,
            testIdSeed: 1,
        ));
        $account = $this->engine->accounts->create('Cubeflakes', [
            'name' => 'Hank White',
            'email' => 'hankwhite@cubeflakes.com',
        ]);
        $this->account = $account->id;
        $this->hankId = (string) $account->adminUserId;
        $this->hank = $this->engine->sessionFor($this->hankId);
    }

    /** A path in a folder of its own, which goes when the tests end. */
    public static function freshPath(): string
    {
        static $count = 0;
        $folder = sys_get_temp_dir() . '/stead-php-' . getmypid();
        if (!is_dir($folder)) {
            mkdir($folder, 0700);
            $owner = getmypid();
            register_shutdown_function(static function () use ($folder, $owner): void {
                if (getmypid() === $owner) {
                    array_map(unlink(...), glob("$folder/*"));
                    rmdir($folder);
                }
            });
        }
        return $folder . '/' . ++$count . '.db';
    }

    /** Luther is asked and approves; answers the token of his lasting link. */
    public function approve(string $email = self::LUTHER, string $name = 'Luther Cooper'): string
    {
        $this->hank->identities->create($name, $email);
        $link = $this->engine->ownerLink($this->tokenFor($email));
        $link->approve($link->look()->textHash);
        return $this->tokenFor($email);
    }

    /** The secret at the end of the newest link that is mailed to an address. */
    public function tokenFor(string $email): string
    {
        $token = '';
        $this->engine->outbox->deliver(static function (OutboxMessage $mail) use ($email, &$token): void {
            if ($mail->to->email === $email && $mail->link !== null) {
                $token = substr((string) strrchr($mail->link, '/'), 1);
            }
        });
        return $token;
    }

    /** What David is to sign. */
    public static function david(?string $accessCode = null): NewSigner
    {
        $bounds = ['x' => 50, 'y' => 600, 'width' => 120, 'height' => 40];
        return new NewSigner(
            'David',
            'david@cubeflakes.com',
            [new NewField(FieldType::Signature, $bounds, id: 'sign')],
            authenticationType: $accessCode === null ? null : AuthenticationType::AccessCode,
            authenticationCode: $accessCode,
        );
    }

    public static function agreement(): File
    {
        return File::path(self::PDF);
    }

    public static function at(string $time): DateTimeImmutable
    {
        return new DateTimeImmutable($time);
    }
}
