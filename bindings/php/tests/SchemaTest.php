<?php

declare(strict_types=1);

namespace Stead\Tests;

use BackedEnum;
use DateTimeImmutable;
use PHPUnit\Framework\TestCase;
use ReflectionMethod;
use ReflectionNamedType;
use ReflectionParameter;
use ReflectionUnionType;
use Stead\Answer\Answer;
use Stead\Answer\Explanation;
use Stead\Answer\FileInfo;
use Stead\Answer\Page;
use Stead\Checkpoints;
use Stead\Engine;
use Stead\EvidenceFile;
use Stead\FilePart;
use Stead\Group;
use Stead\Internal\ListOf;
use Stead\NewField;
use Stead\NewSigner;
use Stead\NewUser;
use Stead\Operation;
use Stead\Options;
use Stead\Session;

/** Records, named arguments and enums say all that docs/schema says, so that a later verb or member is not forgotten. */
final class SchemaTest extends TestCase
{
    /** Answers that are no record of their own. */
    private const WITHOUT_VERB = ['common' => null, 'session_explain_document' => Explanation::class];

    /** Members of requests that no named argument says: files and principal travel beside the record. */
    private const BESIDE = ['document_send' => ['files', 'onBehalfOf']];

    /** Members that the library takes and docs/schema does not list. */
    private const UNLISTED = ['audit_list' => ['cursor']];

    /** @return iterable<string, array{string}> */
    public static function answers(): iterable
    {
        foreach (Schema::names('answer') as $name) {
            yield $name => [$name];
        }
    }

    /** @return iterable<string, array{string}> */
    public static function requests(): iterable
    {
        foreach (Schema::names('request') as $name) {
            yield $name => [$name];
        }
    }

    /** @dataProvider answers */
    public function testTheRecordHoldsEveryMemberOfTheAnswer(string $name): void
    {
        $schema = Schema::read("$name.answer");
        $class = self::WITHOUT_VERB[$name] ?? null;
        if ($class === null) {
            $method = self::method($name);
            $class = $method->getReturnType()->getName();
            if ($class === Page::class) {
                $class = self::itemClass($method);
                $schema = $schema->properties()['items']->items();
            }
        }
        $this->compare($class === FilePart::class ? FileInfo::class : $class, $schema, $name);
    }

    /** @dataProvider requests */
    public function testNamedArgumentsSayEveryMemberOfTheRequest(string $name): void
    {
        $method = $name === 'engine_open' ? new ReflectionMethod(Options::class, '__construct') : self::method($name);
        $members = array_diff(self::withEffect(Schema::read("$name.request")), self::BESIDE[$name] ?? []);
        $parameters = array_map(static fn (ReflectionParameter $one): string => $one->getName(), $method->getParameters());
        self::assertSame([], array_values(array_diff($members, $parameters)), "$name has members no argument says");

        $beside = ['accountId', 'idOrEmail', 'userId', 'teamId', 'documentId', 'token', 'files', 'contract', 'fileIndex', 'offset', 'max', 'brandId', 'logo', 'webhookId', 'messageId'];
        $unknown = array_diff($parameters, $members, $beside, self::UNLISTED[$name] ?? []);
        self::assertSame([], array_values($unknown), "$name has arguments no member is for");
    }

    public function testPartsOfRequestsSayEveryMember(): void
    {
        $signer = Schema::read('document_send.request')->properties()['signers']->items();
        $field = $signer->properties()['formFields']->items();
        $user = Schema::read('user_invite_all.request')->properties()['users']->items();
        foreach ([[NewSigner::class, $signer], [NewField::class, $field], [NewUser::class, $user]] as [$class, $schema]) {
            $parameters = (new ReflectionMethod($class, '__construct'))->getParameters();
            $names = array_map(static fn (ReflectionParameter $one): string => $one->getName(), $parameters);
            self::assertSame([], array_values(array_diff(self::withEffect($schema), $names)), $class);
            foreach ($parameters as $parameter) {
                if (isset($schema->properties()[$parameter->getName()])) {
                    $this->compareWords($parameter, $schema->properties()[$parameter->getName()], $class);
                }
            }
        }
    }

    public function testOperationsAreThoseOfTheTable(): void
    {
        $listed = array_map(static fn (object $rules): mixed => $rules->name, Engine::operations()->items);
        self::assertEqualsCanonicalizing(Operation::cases(), $listed);
    }

    /** @param class-string<Answer> $class */
    private function compare(string $class, Schema $schema, string $place): void
    {
        self::assertTrue(is_subclass_of($class, Answer::class), "$place is a record");
        $parameters = [];
        foreach ((new ReflectionMethod($class, '__construct'))->getParameters() as $parameter) {
            $parameters[$parameter->getName()] = $parameter;
        }
        foreach ($schema->properties() as $name => $member) {
            self::assertArrayHasKey($name, $parameters, "$class lacks $name of $place");
            $parameter = $parameters[$name];
            if (!in_array($name, $schema->required(), true)) {
                self::assertTrue($parameter->isOptional(), "$class::\$$name may be absent");
            }
            $this->compareMember($parameter, $member, "$place/$name");
        }
    }

    private function compareMember(ReflectionParameter $parameter, Schema $member, string $place): void
    {
        $types = self::types($parameter);
        if ($member->isTime()) {
            self::assertContains(DateTimeImmutable::class, $types, $place);
        } elseif ($member->words() !== []) {
            $this->compareWords($parameter, $member, $place);
        } elseif ($member->items() !== null && $member->items()->properties() !== []) {
            $this->compare(self::listed($parameter, $place), $member->items(), $place);
        } elseif ($member->properties() !== []) {
            $class = array_values(array_diff($types, ['null']))[0];
            $this->compare($class, $member, $place);
        }
    }

    private function compareWords(ReflectionParameter $parameter, Schema $member, string $place): void
    {
        $enums = array_filter(self::types($parameter), static fn (string $type): bool => enum_exists($type));
        foreach ($enums as $enum) {
            $words = array_map(static fn (BackedEnum $case): string => (string) $case->value, $enum::cases());
            $missing = array_diff($member->words(), $words, ['']);
            self::assertSame([], array_values($missing), "$enum lacks words of $place");
        }
    }

    private static function listed(ReflectionParameter $parameter, string $place): string
    {
        $attributes = $parameter->getAttributes(ListOf::class);
        self::assertCount(1, $attributes, "$place says what it is a list of");
        return $attributes[0]->newInstance()->class;
    }

    /** @return list<string> */
    private static function types(ReflectionParameter $parameter): array
    {
        $type = $parameter->getType();
        $types = $type instanceof ReflectionUnionType ? $type->getTypes() : [$type];
        return array_map(static fn (ReflectionNamedType $one): string => $one->getName(), $types);
    }

    /** @return list<string> members that may hold more than one value */
    private static function withEffect(Schema $schema): array
    {
        return array_keys(array_filter($schema->properties(), static fn (Schema $member): bool => !$member->isInert()));
    }

    private static function itemClass(ReflectionMethod $method): string
    {
        self::assertSame(1, preg_match('~@return Page<(\w+)>~', (string) $method->getDocComment(), $found));
        return "Stead\\Answer\\$found[1]";
    }

    private static function method(string $function): ReflectionMethod
    {
        $all = Verbs::OF_SESSION + Verbs::OF_ENGINE + Verbs::OF_LINK + Verbs::OWN_SHAPE;
        foreach ($all as $verb => [$name, $group, $method]) {
            if ($name === $function) {
                return new ReflectionMethod(self::target($verb, $group), $method);
            }
        }
        self::fail("no method for stead_$function");
    }

    private static function target(string $verb, ?string $group): string
    {
        return match (true) {
            $verb === 'session.explain' => Session::class,
            $verb === 'evidence.verify' => EvidenceFile::class,
            $verb === 'consistency.verify' => Checkpoints::class,
            $verb === 'document.finish' => Group\HostDocuments::class,
            $group === null => Engine::class,
            $group === 'ownerLink' => Group\OwnerLink::class,
            $group === 'signerLink' => Group\SignerLink::class,
            isset(Verbs::OF_ENGINE[$verb]) || $group === 'outbox' => self::propertyType(Engine::class, $group),
            default => self::propertyType(Session::class, $group),
        };
    }

    private static function propertyType(string $class, string $property): string
    {
        return (new \ReflectionProperty($class, $property))->getType()->getName();
    }
}
