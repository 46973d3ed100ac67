<?php

declare(strict_types=1);

namespace Stead\Group;

use Generator;
use SensitiveParameter;
use SensitiveParameterValue;
use Stead\Answer\SignerAnswer;
use Stead\Answer\SignerView;
use Stead\FilePart;
use Stead\FinishedFormat;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Internal\Parts;
use Stead\Native;

/** What a signer does by the link he was mailed; your program owns the ceremony. Everywhere: Exception\NotFound
 * (linkNotFound), Exception\Refused (accessCodeRequired, accessCodeWrong, signerLocked, signingOrder, wrongState).
 * Source: contract 4.3, design 3. */
final readonly class SignerLink
{
    use Bound;

    private SensitiveParameterValue $token;

    /** @internal */
    public function __construct(private Native\Engine $handle, #[SensitiveParameter] string $token)
    {
        $this->token = new SensitiveParameterValue($token);
    }

    /** What the signer sees; the view is recorded. */
    public function view(
        #[SensitiveParameter] ?string $accessCode = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): SignerView {
        $request = Json::requestOrNull(get_defined_vars());
        return SignerView::fromJson(\stead_signer_view($this->handle, $this->token->getValue(), $request));
    }

    /**
     * Hands the place to somebody else, where the sender lets signers do so; this link dies.
     */
    public function reassign(
        string $name,
        string $email,
        string $reason,
        #[SensitiveParameter] ?string $accessCode = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): SignerAnswer {
        $request = Json::request(get_defined_vars());
        return SignerAnswer::fromJson(\stead_signer_reassign($this->handle, $this->token->getValue(), $request));
    }

    /**
     * A part of a file.
     *
     * @param int $fileIndex from 0
     * @param int $offset in bytes
     * @param int $max bytes wanted at most
     * @throws \Stead\Exception\NotFound fileNotFound
     */
    public function read(
        int $fileIndex = 0,
        int $offset = 0,
        int $max = Parts::BYTES,
        #[SensitiveParameter] ?string $accessCode = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): FilePart {
        $request = Json::requestOrNull(compact('accessCode', 'ip', 'userAgent'));
        return FilePart::of(
            \stead_signer_download($this->handle, $this->token->getValue(), $request, $fileIndex, $offset, $max),
        );
    }

    /** @return Generator<int, string> the bytes of a file, part by part */
    public function download(
        int $fileIndex = 0,
        #[SensitiveParameter] ?string $accessCode = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): Generator {
        return Parts::each(
            fn (int $offset): FilePart => $this->read($fileIndex, $offset, Parts::BYTES, $accessCode, $ip, $userAgent),
        );
    }

    /**
     * The audit certificate, or a part of it, once the document has ended.
     *
     * @param int $offset in bytes
     * @param int $max bytes wanted at most
     */
    public function certificate(
        int $offset = 0,
        int $max = Parts::BYTES,
        #[SensitiveParameter] ?string $accessCode = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): FilePart {
        $request = Json::requestOrNull(compact('accessCode', 'ip', 'userAgent'));
        return FilePart::of(
            \stead_signer_certificate($this->handle, $this->token->getValue(), $request, $offset, $max),
        );
    }

    /**
     * The finished document, or a part of it, once it is Completed.
     *
     * @param FinishedFormat|string|null $format Combined by default
     * @param int $offset in bytes
     * @param int $max bytes wanted at most
     * @throws \Stead\Exception\Refused cannotRender
     */
    public function finished(
        FinishedFormat|string|null $format = null,
        int $offset = 0,
        int $max = Parts::BYTES,
        #[SensitiveParameter] ?string $accessCode = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): FilePart {
        $request = Json::requestOrNull(compact('format', 'accessCode', 'ip', 'userAgent'));
        return FilePart::of(
            \stead_signer_finished($this->handle, $this->token->getValue(), $request, $offset, $max),
        );
    }

    /**
     * Signs. Values are checked against their fields.
     *
     * @param array<array-key, string|null>|null $values by field id
     * @throws \Stead\Exception\Invalid each bad value as "/values/<field id>"
     */
    public function sign(
        ?array $values = null,
        #[SensitiveParameter] ?string $accessCode = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): SignerAnswer {
        $request = Json::request(get_defined_vars());
        return SignerAnswer::fromJson(\stead_signer_sign($this->handle, $this->token->getValue(), $request));
    }

    /** Declines, and says why. */
    public function decline(
        string $message,
        #[SensitiveParameter] ?string $accessCode = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): SignerAnswer {
        $request = Json::request(get_defined_vars());
        return SignerAnswer::fromJson(\stead_signer_decline($this->handle, $this->token->getValue(), $request));
    }
}
