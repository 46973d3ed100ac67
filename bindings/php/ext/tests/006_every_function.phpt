--TEST--
No function crashes on whatever it is given, and each answers what it declares
--EXTENSIONS--
stead
--INI--
memory_limit=512M
--FILE--
<?php
require __DIR__ . "/common.inc";
[$engine, $session, $account] = open_with_hank(store_path('006'));
$closed = stead_session_on_behalf_of($session, 'luthercooper@cubeflakes.com');
stead_session_close($closed);
$batch = stead_decisions_new();
stead_decisions_add($batch, 'document.send', null);
$record = stead_record_parse('{"a": {"b": "c"}, "n": 7, "x": 1.5, "t": true, "l": [1]}');
$values = [
    null, false, true, 0, 1, -1, PHP_INT_MIN, PHP_INT_MAX, 1.5, NAN, INF, '', 'x', "a\0b", "\xff\xfe", '/a', '/a/b', '/n', '/-',
    $account, stead_session_user_id($session), 'luthercooper@cubeflakes.com', '{}', '[]', '{"name": "x"}',
    str_repeat('x', 70_000), str_repeat('[', 3_000), [], ['x'], new stdClass(), fopen('php://memory', 'r'), fn () => 1,
    $session, $closed, $record, stead_upload_new(), stead_decision_new(), $batch,
];
$fits = function (?ReflectionType $declared, mixed $value): bool {
    return in_array(get_debug_type($value), array_map(
        fn (string $name): string => $name === 'void' ? 'null' : $name,
        explode('|', str_replace('?', 'null|', (string) $declared)),
    ), true);
};
$calls = $answers = 0;
mt_srand(7); // the same run each time
foreach ((new ReflectionExtension('stead'))->getFunctions() as $name => $function) {
    $open = str_contains($name, 'engine_open') || $name === 'stead_engine_keep';
    if ($open || $name === 'stead_engine_close' || $name === 'stead_session_close') {
        continue;
    }
    $choices = array_map(fn (ReflectionParameter $parameter): array => array_merge(
        [match ((string) $parameter->getType()) {
            'Stead\Native\Engine' => $engine,
            'Stead\Native\Session' => $session,
            'Stead\Native\Record' => stead_record_copy($record, ''),
            'Stead\Native\Upload' => stead_upload_new(),
            'Stead\Native\Decision' => stead_decision_new(),
            'Stead\Native\Decisions' => $batch,
            'int', 'int|float' => 0,
            'bool' => true,
            'string' => '/a',
            '?string' => null,
        }],
        $values,
    ), $function->getParameters());
    for ($round = 0; $round < 60 * count($choices) + 1; $round++) {
        // One argument after the other is spoilt; in the later rounds all of them may be.
        $arguments = array_column($choices, 0);
        foreach ($choices as $place => $choice) {
            if ($round % max(1, count($choices)) === $place || $round > 40 * count($choices)) {
                $arguments[$place] = $choice[mt_rand(0, count($choice) - 1)];
            }
        }
        $calls++;
        try {
            $answer = $name(...$arguments);
            $answers++;
            if (!$fits($function->getReturnType(), $answer)) {
                echo "$name declares {$function->getReturnType()} and answered ", get_debug_type($answer), "\n";
            }
        } catch (TypeError | ValueError | RuntimeException) {
        }
    }
}
var_dump($calls > 10_000, $answers > 300);
var_dump(json_decode(stead_account_get($engine, $account))->name !== '');

--EXPECT--
bool(true)
bool(true)
bool(true)
