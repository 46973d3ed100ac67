<?php

// Finishes what SWIG wrote: takes its classes, constants and runtime registration out, so that nothing of SWIG is
// visible to a script, and writes the names of the header and the true return types into the declarations.
// Usage: php finish_wrapper.php STEAD_H STEAD_I STEAD_WRAP_C PHP_STEAD_H

declare(strict_types=1);

namespace Stead\Tools;

const UNFORMATTED = "/* clang-format off */\n";

/** What a function answers, by its output; without one it answers nothing. */
const RETURNS = [
    'stead_engine** engine' => 'Stead\\\\Native\\\\Engine',
    'php_stead_kept** kept' => 'Stead\\\\Native\\\\Engine',
    'stead_session** session' => 'Stead\\\\Native\\\\Session',
    'stead_session** on_behalf' => 'Stead\\\\Native\\\\Session',
    'stead_record** record' => 'Stead\\\\Native\\\\Record',
    'stead_record** copy' => 'Stead\\\\Native\\\\Record',
    'stead_upload** upload' => 'Stead\\\\Native\\\\Upload',
    'stead_decision** decision' => 'Stead\\\\Native\\\\Decision',
    'stead_decisions** decisions' => 'Stead\\\\Native\\\\Decisions',
    'stead_record** answer' => 'MAY_BE_STRING',
    'stead_record** evidence' => 'MAY_BE_STRING',
    'stead_record** info' => 'MAY_BE_ARRAY',
    'stead_decision* decision' => 'MAY_BE_BOOL',
];

/** @return array<string, array{returns: string, parameters: list<string>}> by name of the PHP function */
function prototypes(string $source): array
{
    $source = preg_replace('~/\*.*?\*/~s', '', $source);
    preg_match_all('~^(?:STEAD_API )?(stead_status|int64_t|int32_t|double|void|const char\*) (?:php_)?(stead_\w+)\(([^)]*)\);~m', $source, $found, PREG_SET_ORDER);
    $prototypes = [];
    foreach ($found as [, $returns, $name, $parameters]) {
        $name = $name === 'stead_keep_engine' ? 'stead_engine_keep' : $name;
        $parameters = $parameters === 'void' ? [] : preg_split('~,\s*~', $parameters);
        $prototypes[$name] = ['returns' => $returns, 'parameters' => $parameters];
    }
    return $prototypes;
}

/**
 * What PHP passes: no outputs, no lengths; the room of a download is the number of bytes wanted at most.
 *
 * @param list<string> $parameters
 * @return list<string>
 */
function namesOf(array $parameters): array
{
    $names = [];
    foreach ($parameters as $place => $parameter) {
        $name = preg_replace('~.*[ *]~', '', $parameter);
        $before = $parameters[$place - 1] ?? '';
        $isLength = str_contains($before, '*') && preg_match('~^int64_t (\w+_)?(length|size)$~', $parameter) === 1
            && !str_contains($before, 'stead_');
        if (str_contains($parameter, '**') || str_contains($parameter, 'int64_t*') || $isLength) {
            continue;
        }
        $names[] = ['buffer' => 'max', 'options_json' => 'options'][$name] ?? $name;
    }
    return $names;
}

/** @param list<string> $parameters */
function returnOf(array $parameters): string
{
    foreach ($parameters as $parameter) {
        if (isset(RETURNS[$parameter])) {
            return RETURNS[$parameter];
        }
    }
    return 'MAY_BE_VOID';
}

/** @param array{returns: string, parameters: list<string>} $prototype */
function declaration(string $name, string $body, array $prototype): string
{
    preg_match_all('~^ (ZEND_ARG_\w+\(0,)arg\d+(,.*)$~m', $body, $arguments, PREG_SET_ORDER);
    preg_match('~^ZEND_BEGIN_\w+\(\w+, 0, \d+, (.*)\)$~m', $body, $mask);
    $names = namesOf($prototype['parameters']);
    if (count($names) !== count($arguments)) {
        throw new \RuntimeException("$name takes " . count($arguments) . ' arguments, not ' . implode(', ', $names));
    }
    $returns = $prototype['returns'] === 'stead_status' ? returnOf($prototype['parameters']) : $mask[1];
    $count = count($names);
    $out = str_starts_with($returns, 'Stead')
        ? "ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(swig_arginfo_$name, 0, $count, $returns, 0)\n"
        : "ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(swig_arginfo_$name, 0, $count, $returns)\n";
    foreach ($arguments as $place => [, $head, $tail]) {
        $out .= " $head{$names[$place]}$tail\n";
    }
    return $out . "ZEND_END_ARG_INFO()\n";
}

/** @param array<string, array{returns: string, parameters: list<string>}> $prototypes */
function withDeclarations(string $wrapper, array $prototypes): string
{
    $block = '~^ZEND_BEGIN_ARG_WITH_RETURN\w*\(swig_arginfo_(\w+),.*?^ZEND_END_ARG_INFO\(\)\n~ms';
    preg_match_all($block, $wrapper, $found, PREG_SET_ORDER);
    $bodies = array_column($found, 0, 1);
    $wrapper = preg_replace_callback(
        $block,
        static fn (array $match): string => declaration($match[1], $match[0], $prototypes[$match[1]]),
        $wrapper,
    );
    return preg_replace_callback(
        '~^#define swig_arginfo_(\w+) swig_arginfo_(\w+)\n~m',
        static fn (array $match): string => declaration($match[1], $bodies[$match[2]], $prototypes[$match[1]]),
        $wrapper,
    );
}

/** Arguments are read where they lie. */
function withoutCopies(string $wrapper): string
{
    $wrapper = preg_replace('~^  zval args\[\d+\];$~m', '  zval *args = ZEND_CALL_ARG(execute_data, 1);', $wrapper);
    return preg_replace(
        '~if\(ZEND_NUM_ARGS\(\) != (\d+) \|\| zend_get_parameters_array_ex\(\d+, args\) != SUCCESS\)~',
        'if (UNEXPECTED(ZEND_NUM_ARGS() != $1))',
        $wrapper,
    );
}

function without(string $pattern, string $text): string
{
    $out = preg_replace($pattern, '', $text, -1, $count);
    if ($out === null || $count === 0) {
        throw new \RuntimeException("SWIG wrote nothing that fits $pattern");
    }
    return $out;
}

[, $header, $interface, $wrapperPath, $wrapperHeaderPath] = $argv;
$prototypes = prototypes(file_get_contents($header)) + prototypes(file_get_contents($interface));

$wrapper = withDeclarations(file_get_contents($wrapperPath), $prototypes);
$wrapper = without('~^  /\* oinit subsection \*/.*?^  /\* end oinit subsection \*/\n~ms', $wrapper);
$wrapper = without('~^  SWIG_InitializeModule\(.*\n~m', $wrapper);
$wrapper = without('~^  zend_declare_class_constant_\w+\(SWIG_Php_ce_stead,.*\n\n~m', $wrapper);
$wrapper = without('~^static const zend_function_entry class_stead_functions\[\] = \{.*?^\};\n\n~ms', $wrapper);
$wrapper = without('~^(static )?PHP_METHOD\(stead,\w+\) \{.*?^\}\n~ms', $wrapper);
$wrapper = without('~^static zend_class_entry \*SWIG_Php_ce_\w+;\n+~m', $wrapper);
$wrapper = withoutCopies($wrapper);
$wrapper = str_replace(' NO_VERSION_YET,', ' STEAD_VERSION,', $wrapper);
file_put_contents($wrapperPath, UNFORMATTED . $wrapper);
file_put_contents($wrapperHeaderPath, UNFORMATTED . file_get_contents($wrapperHeaderPath));
