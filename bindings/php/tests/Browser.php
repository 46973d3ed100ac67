<?php

declare(strict_types=1);

namespace Stead\Tests;

use RuntimeException;

/** Asks a web server as a browser does, and keeps its session. */
final class Browser
{
    private string $cookie = '';

    public function __construct(private readonly string $site)
    {
    }

    /**
     * @param array<string, string>|null $form null: only look
     * @return array{int, string} status, body
     */
    public function open(string $page, ?array $form = null): array
    {
        $context = stream_context_create(['http' => [
            'method' => $form === null ? 'GET' : 'POST',
            'header' => "Content-Type: application/x-www-form-urlencoded\r\nCookie: $this->cookie",
            'content' => http_build_query($form ?? []),
            'ignore_errors' => true,
            'timeout' => 30,
        ]]);
        $body = @file_get_contents("$this->site/$page", false, $context);
        if ($body === false) {
            throw new RuntimeException("$this->site does not answer");
        }
        foreach ($http_response_header as $header) {
            if (preg_match('/^Set-Cookie: ([^;]+)/i', $header, $found) === 1) {
                $this->cookie = $found[1];
            }
        }
        return [(int) explode(' ', $http_response_header[0])[1], $body];
    }
}
