<?php

declare(strict_types=1);

namespace Stead;

use DateTimeInterface;
use SensitiveParameter;
use Stead\Answer\Backup;
use Stead\Answer\DueWork;
use Stead\Answer\OperationTable;
use Stead\Answer\StoreVerification;
use Stead\Answer\User;
use Stead\Group\Accounts;
use Stead\Group\HostDocuments;
use Stead\Group\Outbox;
use Stead\Group\OwnerLink;
use Stead\Group\SignerLink;
use Stead\Group\Trails;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Time;

/**
 * An open store.
 *
 * It belongs to the process that opened it: close it before pcntl_fork() and open one after it; a child that still uses
 * its parent's gets Exception\Misuse (forkedProcess). Source: design 7.
 */
final class Engine
{
    use Bound;

    /** Accounts, seen by the host. */
    public readonly Accounts $accounts;

    /** What has to be delivered. */
    public readonly Outbox $outbox;
    public readonly HostDocuments $documents;

    /** Audit trails, seen by the host. */
    public readonly Trails $audit;

    private function __construct(private readonly Native\Engine $handle)
    {
        $this->accounts = new Accounts($handle);
        $this->outbox = new Outbox($handle);
        $this->documents = new HostDocuments($handle);
        $this->audit = new Trails($handle);
    }

    /**
     * Opens the store at a path, making or migrating it as needed. It stays open until close() or until nothing refers
     * to it any more.
     *
     * @param string|null $secret the host secret: 32 random bytes, always the same for one store. Without one the file
     *     <path>.secret is made and used, and warning() says so.
     * @param list<string> $previousSecrets up to four earlier secrets, while the secret is rotated: links and access
     *     codes made under them stay good for as long as they are passed; the first open moves the store to the new one
     * @throws Exception\Invalid options or secret are not well formed
     * @throws Exception\StorageFailed storeNewer, storeOlder, storeForeign, secretMismatch, storeFailed,
     *     storeBehind and storeContradicts (expectCheckpoint)
     * @throws Exception\Misuse testOptionOnRealStore, headerMismatch, forkedProcess
     */
    public static function open(
        string $path,
        #[SensitiveParameter] ?string $secret = null,
        ?Options $options = null,
        #[SensitiveParameter] array $previousSecrets = [],
    ): self {
        if ($previousSecrets === []) {
            return new self(\stead_engine_open_v(\STEAD_HEADER_VERSION, $path, $options?->toJson(), $secret));
        }
        $previous = implode('', $previousSecrets);
        return new self(
            \stead_engine_open_rotating_v(\STEAD_HEADER_VERSION, $path, $options?->toJson(), $secret, $previous),
        );
    }

    /**
     * The engine that this process keeps for these arguments, opened by the first call: in php-fpm each worker opens
     * its store once and serves all its requests with warm decisions. After close(), or in a forked process, the next
     * call opens anew.
     *
     * Same arguments and errors as open(). Source: design 7.
     */
    public static function persistent(
        string $path,
        #[SensitiveParameter] ?string $secret = null,
        ?Options $options = null,
    ): self {
        return new self(\stead_engine_keep(\STEAD_HEADER_VERSION, $path, $options?->toJson(), $secret));
    }

    /** Version of the library that runs, e.g. "0.1.0". */
    public static function version(): string
    {
        return (string) \stead_version();
    }

    /** Every operation there is, with the rules that do not depend on a store. Source: design 4. */
    public static function operations(): OperationTable
    {
        return OperationTable::fromJson(\stead_operation_list());
    }

    /** What the host should know of how the store was opened; null when nothing. */
    public function warning(): ?string
    {
        $warning = \stead_engine_warning($this->handle);
        return $warning === '' ? null : $warning;
    }

    /**
     * Does the time-driven work that is due: scheduled sends, each decided again, expiry, lapsed requests for consent,
     * files nobody refers to. Call it in a loop, from any process: at once while $more, else at $nextDueAt.
     *
     * @param int|null $maxSteps 1 to 10,000; 100 by default
     */
    public function runDue(?int $maxSteps = null): DueWork
    {
        return DueWork::fromJson(\stead_engine_run_due($this->handle, Json::requestOrNull(get_defined_vars())));
    }

    /**
     * Copies the store, as it is now, to a new file while everybody goes on; on disk when it returns. The secret is not
     * part of it: keep both, apart. Source: design 7.
     *
     * @throws Exception\Conflict backupExists: nothing is ever overwritten
     * @throws Exception\StorageFailed storeFull, storeFailed
     */
    public function backup(string $path): Backup
    {
        return Backup::fromJson(\stead_engine_backup($this->handle, $path));
    }

    /**
     * Looks for damage, one table, the heads of a hundred trails or some files a step. Damage is an answer. Call
     * it again with $nextCursor until that is null. Source: design 7.
     *
     * @param int|null $maxSteps 1 to 1000; 10 by default
     */
    public function check(?string $cursor = null, ?int $maxSteps = null): StoreVerification
    {
        return StoreVerification::fromJson(\stead_engine_check($this->handle, Json::requestOrNull(get_defined_vars())));
    }

    /**
     * Opens a session for the user whose API key it is.
     *
     * @throws Exception\Unauthenticated badCredential: unknown or revoked
     * @throws Exception\Refused actorInactive
     */
    public function sessionWithKey(#[SensitiveParameter] string $apiKey): Session
    {
        return new Session(\stead_session_open_with_key($this->handle, $apiKey));
    }

    /**
     * Opens a session for a user whom your program has authenticated itself; every audit entry says so.
     *
     * @throws Exception\NotFound userNotFound
     * @throws Exception\Refused actorInactive
     */
    public function sessionFor(string $userId): Session
    {
        return new Session(\stead_session_open_trusted($this->handle, $userId));
    }

    /** What an owner may do by the secret at the end of the link he was mailed. */
    public function ownerLink(#[SensitiveParameter] string $token): OwnerLink
    {
        return new OwnerLink($this->handle, $token);
    }

    /** What a signer may do by the secret at the end of the link he was mailed. */
    public function signerLink(#[SensitiveParameter] string $token): SignerLink
    {
        return new SignerLink($this->handle, $token);
    }

    /**
     * An invited person accepts, by the secret at the end of the link of the invitation.
     *
     * @throws Exception\NotFound linkNotFound: used, replaced, or never made
     */
    public function acceptInvitation(
        #[SensitiveParameter] string $token,
        string $name,
        ?string $ip = null,
        ?string $userAgent = null,
    ): User {
        $request = Json::request(compact('name', 'ip', 'userAgent'));
        return User::fromJson(\stead_user_accept($this->handle, $token, $request));
    }

    /**
     * Sets the clock of a test store.
     *
     * @throws Exception\Misuse testOptionOnRealStore
     */
    public function setTestClock(DateTimeInterface $now): void
    {
        \stead_engine_set_test_clock($this->handle, Time::milliseconds($now));
    }

    /** Ends the work, of its sessions too: every later call is Exception\Misuse (closedHandle). */
    public function close(): void
    {
        \stead_engine_close($this->handle);
    }
}
