<?php

declare(strict_types=1);

namespace Stead\Tests;

use RuntimeException;

/** Just enough of FastCGI to ask php-fpm for a script. */
final class FastCgi
{
    private const BEGIN = 1;
    private const END = 3;
    private const PARAMS = 4;
    private const STDIN = 5;
    private const STDOUT = 6;

    /** @var resource */
    private $socket;

    /** Sends the request; the worker begins at once. @param array<string, string> $query */
    public function __construct(string $socketPath, string $script, array $query)
    {
        $socket = @stream_socket_client("unix://$socketPath", $code, $text, 5);
        $this->socket = $socket !== false ? $socket : throw new RuntimeException("php-fpm: $text");
        stream_set_timeout($this->socket, 60);
        $params = '';
        foreach (self::parameters($script, http_build_query($query)) as $name => $value) {
            $params .= self::length($name) . self::length($value) . $name . $value;
        }
        fwrite($this->socket, self::packet(self::BEGIN, "\0\1\0\0\0\0\0\0")
            . self::packet(self::PARAMS, $params) . self::packet(self::PARAMS, '') . self::packet(self::STDIN, ''));
    }

    /** What the script said, as JSON. */
    public function answer(): mixed
    {
        $out = '';
        do {
            $head = $this->bytes(8);
            ['type' => $type, 'length' => $length, 'padding' => $padding]
                = unpack('Cversion/Ctype/nid/nlength/Cpadding', $head);
            $body = $this->bytes($length);
            $this->bytes($padding);
            $out .= $type === self::STDOUT ? $body : '';
        } while ($type !== self::END);
        fclose($this->socket); // until then the worker waits
        [, $body] = explode("\r\n\r\n", $out, 2);
        return json_decode($body, true) ?? throw new RuntimeException("php-fpm said: $out");
    }

    /** @return array<string, string> */
    private static function parameters(string $script, string $query): array
    {
        return [
            'GATEWAY_INTERFACE' => 'CGI/1.1',
            'REQUEST_METHOD' => 'GET',
            'SCRIPT_FILENAME' => $script,
            'QUERY_STRING' => $query,
            'SERVER_PROTOCOL' => 'HTTP/1.1',
        ];
    }

    private static function packet(int $type, string $body): string
    {
        return pack('CCnnCC', 1, $type, 1, strlen($body), 0, 0) . $body;
    }

    private static function length(string $text): string
    {
        return strlen($text) < 128 ? chr(strlen($text)) : pack('N', strlen($text) | 0x80000000);
    }

    private function bytes(int $count): string
    {
        $bytes = '';
        while (strlen($bytes) < $count) {
            $part = fread($this->socket, $count - strlen($bytes));
            if ($part === false || $part === '') {
                throw new RuntimeException('php-fpm hung up');
            }
            $bytes .= $part;
        }
        return $bytes;
    }
}
