<?php

// Answers the conformance stories through the public layer; the protocol stands in tests/conformance/README.md. What a
// story says and named arguments cannot say (a misspelt member, a number for a text) goes through the C functions.

declare(strict_types=1);

namespace Stead\Tests;

use Stead\Answer\Answer;
use Stead\Answer\Page;
use Stead\Checkpoints;
use Stead\Clear;
use Stead\Decision;
use Stead\Engine;
use Stead\EvidenceFile;
use Stead\Exception\SteadException;
use Stead\File;
use Stead\Internal\Json;
use Stead\Internal\Time;
use Stead\Options;
use Stead\Session;

require __DIR__ . '/autoload.php';

final class ConformanceHost
{
    private ?Engine $engine = null;

    /** @var array<string, Session> */
    private array $sessions = [];

    private string $evidence = '';

    /** @return array<string, mixed> the answer of one message */
    public function answer(string $line): array
    {
        $message = json_decode($line, true, flags: JSON_THROW_ON_ERROR);
        try {
            return match (true) {
                isset($message['open']) => $this->open($message['open']),
                isset($message['clock']) => $this->clock($message['clock']),
                isset($message['close']) => $this->close(),
                default => $this->call($message, json_decode($line)->record ?? (object) []),
            };
        } catch (SteadException $failed) {
            return ['error' => [
                'code' => $failed->codeWord(),
                'status' => $failed->status()->value,
                'text' => $failed->getMessage(),
                'fields' => $failed->fields,
            ]];
        }
    }

    /** @param array<string, mixed> $open */
    private function open(array $open): array
    {
        $this->engine = Engine::open($open['path'], base64_decode($open['secret']), new Options(...$open['options']));
        return ['ok' => (object) []];
    }

    private function clock(int $now): array
    {
        $this->engine->setTestClock(Time::of($now));
        return ['ok' => (object) []];
    }

    private function close(): array
    {
        $this->sessions = [];
        $this->engine?->close();
        $this->engine = null;
        return ['ok' => (object) []];
    }

    /** @param array<string, mixed> $call */
    private function call(array $call, object $record): array
    {
        $verb = $call['verb'];
        $session = $this->sessions[$call['session'] ?? ''] ?? null;
        $answer = match (true) {
            isset(Verbs::OF_SESSION[$verb]) => $this->verb(Verbs::OF_SESSION[$verb], $session, $call, $record),
            isset(Verbs::OF_ENGINE[$verb]) => $this->verb(Verbs::OF_ENGINE[$verb], $this->engine, $call, $record),
            isset(Verbs::OF_LINK[$verb]) => $this->linkVerb(Verbs::OF_LINK[$verb], $call, $record),
            default => $this->ownShape($verb, $session, $call, $record),
        };
        return $answer === null ? ['gap' => 'no such verb'] : ['ok' => $answer];
    }

    /** @param array<string, mixed> $call */
    private function ownShape(string $verb, ?Session $session, array $call, object $record): mixed
    {
        return match ($verb) {
            'session.trusted' => $this->keep($call['as'], $this->engine->sessionFor($call['id'])),
            'session.withKey' => $this->keep($call['as'], $this->engine->sessionWithKey($call['key'])),
            'session.onBehalfOf' => $this->keep($call['as'], $session->onBehalfOf($call['principal'])),
            'session.accountWide' => $this->keep($call['as'], $session->accountWide($call['principal'])),
            'session.authorize' => self::told($session->decide(...self::question($call))),
            'session.explain' => self::same($session->explain(...self::question($call))),
            'operation.list' => self::same(Engine::operations()),
            'outbox.ack' => $this->acknowledge($call),
            'outbox.attachment' => self::part($this->engine->outbox->attachment(
                $call['id'],
                $call['lease'],
                $call['index'],
                $call['offset'],
                $call['max'],
            )),
            'outbox.fail' => self::same(
                $this->engine->outbox->fail($call['id'], $call['lease'], 'the mail server refused it'),
            ),
            'brand.logo' => self::part($session->brands->logo($call['id'], $call['offset'], $call['max'])),
            'document.certificate' => self::part(
                $session->documents->certificate($call['id'], $call['offset'], $call['max']),
            ),
            'document.finished' => self::part(
                $session->documents->finished($call['id'], $record->format ?? null, $call['offset'], $call['max']),
            ),
            'document.finish' => self::same($this->engine->documents->finish($call['id'], File::bytes(
                $call['upload'][0]['name'],
                base64_decode($call['upload'][0]['base64']),
            ))),
            'signer.certificate' => self::part(
                $this->engine->signerLink($call['token'])->certificate(
                    $call['offset'],
                    $call['max'],
                    ...(array) $record,
                ),
            ),
            'signer.finished' => self::part(
                $this->engine->signerLink($call['token'])->finished(
                    $record->format ?? null,
                    $call['offset'],
                    $call['max'],
                ),
            ),
            'document.download' => self::part(
                $session->documents->read($call['id'], $call['index'], $call['offset'], $call['max']),
            ),
            'signer.download' => self::part($this->engine->signerLink($call['token'])->read(
                $call['index'],
                $call['offset'],
                $call['max'],
                ...(array) $record,
            )),
            'audit.exportEvidence' => $this->export($session, $call['id']),
            'evidence.verify' => self::same(EvidenceFile::verify($this->evidence, $call['key'])),
            'consistency.verify' => self::same(
                Checkpoints::verify($record->older, $record->proof, $call['key'], $record->newer ?? null),
            ),
            default => null,
        };
    }

    private function keep(string $name, Session $session): object
    {
        $this->sessions[$name] = $session;
        return (object) [];
    }

    /** @param array<string, mixed> $call */
    private function acknowledge(array $call): object
    {
        $this->engine->outbox->ack($call['id'], $call['lease']);
        return (object) [];
    }

    private function export(Session $session, string $documentId): array
    {
        $this->evidence = $session->audit->exportEvidence($documentId)->toJson();
        return ['bytes' => strlen($this->evidence)];
    }

    /** @param array<string, mixed> $call */
    private static function question(array $call): array
    {
        return [$call['operation'], $call['principal'] ?: null, $call['id'] ?: null];
    }

    private static function told(Decision $decision): array
    {
        return array_filter(['allowed' => $decision->allowed] + Retold::values(get_object_vars($decision)), static fn (
            mixed $value,
            string $name,
        ): bool => $value !== null && $name !== 'remedy', ARRAY_FILTER_USE_BOTH);
    }

    private static function part(\Stead\FilePart $part): object
    {
        $answer = self::same($part->file);
        $answer->base64 = base64_encode($part->bytes);
        return $answer;
    }

    /**
     * @param array{string, string, string, list<string>} $verb
     * @param array<string, mixed> $call
     */
    private function linkVerb(array $verb, array $call, object $record): object
    {
        [$function, $link, $method] = $verb;
        $target = $this->engine->$link($call['token']);
        return $this->said($target, $method, [], $record)
            ?? $this->low($target, $function, $method, [$call['token']], $record);
    }

    /**
     * @param array{string, ?string, string, list<string>} $verb
     * @param array<string, mixed> $call
     */
    private function verb(array $verb, Engine|Session $of, array $call, object $record): object
    {
        [$function, $group, $method, $beside] = $verb;
        $target = $group === null ? $of : $of->$group;
        $arguments = array_map(static fn (string $name): mixed => $call[$name], array_diff($beside, ['upload', 'logo']));
        $files = array_map(
            static fn (array $file): File => File::bytes($file['name'], base64_decode($file['base64'])),
            $call['upload'] ?? [],
        );
        $named = match (true) {
            in_array('upload', $beside, true) => ['files' => $files],
            in_array('logo', $beside, true) => $files === [] ? [] : ['logo' => $files[0]],
            default => [],
        };
        $takesFiles = array_intersect($beside, ['upload', 'logo']) !== [];
        return $this->said($target, $method, $arguments, $record, $named)
            ?? $this->low($target, $function, $method, $arguments, $record, $takesFiles ? $files : null);
    }

    /** The call in named arguments; null when they cannot say what the record says. */
    private function said(object $target, string $method, array $arguments, object $record, array $named = []): ?object
    {
        $said = Sayable::arguments(new \ReflectionMethod($target, $method), count($arguments), $record, array_keys($named));
        return $said === null ? null : self::same($target->$method(...$arguments, ...$said, ...$named));
    }

    private function low(
        object $target,
        string $function,
        string $method,
        array $arguments,
        object $record,
        ?array $files = null,
    ): object {
        $handle = (fn (): object => $this->handle)->call($target);
        $upload = $files === null ? [] : [File::upload($files)];
        $json = "\\stead_$function"($handle, ...$arguments, ...[Json::encode($record), ...$upload]);
        $class = (new \ReflectionMethod($target, $method))->getReturnType()->getName();
        return $class === Page::class ? json_decode($json) : self::same($class::fromJson($json));
    }

    /** The record as JSON again, once its properties have been seen to hold all of it. */
    private static function same(Answer|Page $answer): object
    {
        Retold::check($answer);
        return json_decode($answer->toJson(), flags: JSON_THROW_ON_ERROR);
    }
}

$host = new ConformanceHost();
while (($line = fgets(STDIN)) !== false) {
    fwrite(STDOUT, Json::encode($host->answer($line)) . "\n");
}
