<?php

declare(strict_types=1);

namespace Stead\Examples;

use Stead\Answer\OutboxMessage;
use Stead\Engine;
use Stead\Options;
use Stead\Session;

/** What a program that embeds Stead has around it: its store and secret, its people, its mail. */
final readonly class Host
{
    public Engine $engine;
    public string $store;
    public string $secret;

    public function __construct(public string $folder)
    {
        $this->store = "$folder/crm.db";
        if (!file_exists("$folder/host.secret")) {
            file_put_contents("$folder/host.secret", random_bytes(32));
        }
        $this->secret = (string) file_get_contents("$folder/host.secret");
        $this->engine = Engine::open($this->store, $this->secret, new Options(
            publicUrl: 'https://crm.cubeflakes.com',
            productName: 'Cubeflakes CRM',
            mailFrom: 'contracts@cubeflakes.com',
            logOrigin: 'crm.cubeflakes.com/log',
        ));
    }

    /**
     * The account and its people; made at the first run.
     *
     * @param list<array<string, mixed>> $invitations seed 004
     * @return object{accountId: string, officeId: string, hankId: string}
     */
    public function people(array $invitations): object
    {
        $file = "$this->folder/people.json";
        if (file_exists($file)) {
            Tell::step('The store knows its account and people from an earlier run.');
            return json_decode((string) file_get_contents($file));
        }
        Tell::step(
            'An account is made, and its people are invited (seed 004) and accept by the link of their mail.',
            'accounts->create, users->invite, outbox->deliver, acceptInvitation',
        );
        $office = ['name' => 'Contracts Office', 'email' => 'contracts@cubeflakes.com'];
        $account = $this->engine->accounts->create('Cubeflakes', $office);
        Tell::line("Account $account->name has the number $account->number.");
        $admin = $this->engine->sessionFor((string) $account->adminUserId);
        $this->invite($admin, $invitations[0], 'Luther Cooper');
        $hankId = $this->invite($admin, $invitations[1], 'Hank White');
        $people = ['accountId' => $account->id, 'officeId' => $account->adminUserId, 'hankId' => $hankId];
        file_put_contents($file, json_encode($people));
        return (object) $people;
    }

    /**
     * Delivers all due mail, which here means telling who got what, and answers the secret at the end of the link of
     * one of them.
     *
     * @param string $to whose mail; of $kind, or of any
     * @param bool $whole shows that mail as it is
     */
    public function mail(string $to, ?string $kind = null, bool $whole = false): ?string
    {
        $token = null;
        $deliver = static function (OutboxMessage $mail) use ($to, $kind, $whole, &$token): void {
            $isWanted = $mail->to->email === $to && ($kind === null || $mail->kind === $kind);
            if ($isWanted && $whole) {
                Tell::mail($mail);
            } else {
                Tell::line(sprintf('mail to %-28s %s', $mail->to->email, $mail->subject));
            }
            if ($isWanted && $mail->link !== null) {
                $token ??= basename($mail->link);
            }
        };
        if ($this->engine->outbox->deliver($deliver) === 0) {
            Tell::line('(no mail is due)');
        }
        return $token;
    }

    /** @param array{email: string, role: string, metaData: array<string, string>} $invitation */
    private function invite(Session $admin, array $invitation, string $name): string
    {
        $invited = $admin->users->invite(...$invitation);
        $user = $this->engine->acceptInvitation((string) $this->mail($invited->email), $name);
        Tell::line("$name <$user->email> accepted the invitation and is {$user->role->value}.");
        return $user->id;
    }
}
