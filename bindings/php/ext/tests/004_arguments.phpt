--TEST--
Wrong types, null and NUL are refused before anything is called
--EXTENSIONS--
stead
--FILE--
<?php
require __DIR__ . "/common.inc";
[$engine, $session] = open_with_hank(store_path('004'));
$decision = stead_decision_new();
$record = stead_record_new();
foreach ([
    fn () => stead_account_get($engine, null),
    fn () => stead_account_get($engine, 7),
    fn () => stead_account_get($engine, "a\0b"),
    fn () => stead_account_get(null, ''),
    fn () => stead_account_get($session, ''),
    fn () => stead_account_get($engine),
    fn () => stead_account_get($engine, '', ''),
    fn () => stead_session_authorize($session, 'document.send', 1.5, $decision),
    fn () => stead_session_authorize($session, 'document.send', null, null),
    fn () => stead_record_set_text($record, '/a', null),
    fn () => stead_record_set_member($record, '', 'a', []),
    fn () => stead_record_set_integer($record, '/a', '7'),
    fn () => stead_record_set_integer($record, '/a', 7.0),
    fn () => stead_record_set_integer($record, '/a', true),
    fn () => stead_record_set_integer($record, '/a', PHP_INT_MAX),
    fn () => stead_record_set_number($record, '/a', '7'),
    fn () => stead_record_set_number($record, '/a', NAN),
    fn () => stead_record_set_boolean($record, '/a', 1),
    fn () => stead_status_name(99999999999),
    fn () => stead_status_name(null),
    fn () => stead_account_create($engine, ['name' => 'Cubeflakes']),
    fn () => stead_account_create($engine, '{"name": '),
    fn () => stead_account_create($engine, "{\"name\": \"\xff\"}"),
    fn () => stead_account_create($engine, null),
    fn () => stead_document_download($session, 'x', 0, 0, -1),
    fn () => stead_document_download($session, 'x', 0, -1, PHP_INT_MAX),
    fn () => stead_upload_add_file(stead_upload_new(), "a\0.pdf", 'x'),
    fn () => stead_engine_open_v(STEAD_HEADER_VERSION, "a\0.db", null, null),
    fn () => stead_engine_open_v(STEAD_HEADER_VERSION, store_path('004b'), null, 'short'),
    fn () => stead_engine_open_v(9_000_000, store_path('004b'), null, null),
] as $call) {
    echo thrown($call), "\n";
}
stead_record_set_text($record, '/a', "x\0y");
stead_record_set_member($record, '/b', "k\0", "v\0");
var_dump(stead_record_text($record, '/a') === "x\0y", stead_record_member_text($record, '/b', "k\0") === "v\0");
var_dump(stead_record_key_at($record, '/b', 0) === "k\0", stead_record_json($record));

--EXPECT--
TypeError: stead_account_get(): Argument #2 ($account_id) must be of type string, null given
TypeError: stead_account_get(): Argument #2 ($account_id) must be of type string, int given
ValueError: stead_account_get(): Argument #2 ($account_id) must not contain any null bytes
TypeError: stead_account_get(): Argument #1 ($engine) must be of type Stead\Native\Engine, null given
TypeError: stead_account_get(): Argument #1 ($engine) must be of type Stead\Native\Engine, Stead\Native\Session given
ArgumentCountError: Wrong parameter count for stead_account_get()
ArgumentCountError: Wrong parameter count for stead_account_get()
TypeError: stead_session_authorize(): Argument #3 ($principal) must be of type ?string, float given
TypeError: stead_session_authorize(): Argument #4 ($decision) must be of type Stead\Native\Decision, null given
TypeError: stead_record_set_text(): Argument #3 ($text) must be of type string, null given
TypeError: stead_record_set_member(): Argument #4 ($text) must be of type ?string, array given
TypeError: stead_record_set_integer(): Argument #3 ($value) must be of type int, string given
TypeError: stead_record_set_integer(): Argument #3 ($value) must be of type int, float given
TypeError: stead_record_set_integer(): Argument #3 ($value) must be of type int, bool given
RuntimeException: malformedArgument: the argument value is outside ±(2^53 - 1)
TypeError: stead_record_set_number(): Argument #3 ($value) must be of type int|float, string given
RuntimeException: malformedArgument: the argument value is not a number within ±(2^53 - 1)
TypeError: stead_record_set_boolean(): Argument #3 ($value) must be of type bool, int given
ValueError: stead_status_name(): Argument #1 ($status) must be between -2147483648 and 2147483647
TypeError: stead_status_name(): Argument #1 ($status) must be of type int, null given
TypeError: stead_account_create(): Argument #2 ($request) must be of type ?string, array given
RuntimeException: malformedRecord: the record is not JSON: error at byte 10
RuntimeException: malformedRecord: the record is not well-formed UTF-8
RuntimeException: nullArgument: the argument request is NULL
ValueError: stead_document_download(): Argument #5 ($max) must be greater than or equal to 0
RuntimeException: malformedArgument: the argument offset is negative
ValueError: stead_upload_add_file(): Argument #2 ($name) must not contain any null bytes
ValueError: stead_engine_open_v(): Argument #2 ($path) must not contain any null bytes
RuntimeException: malformedArgument: the argument secret must be 32 bytes
RuntimeException: headerMismatch: the program was built against stead.h 9000000, this library is 1000
bool(true)
bool(true)
bool(true)
string(42) "{"a":"x\u0000y","b":{"k\u0000":"v\u0000"}}"
