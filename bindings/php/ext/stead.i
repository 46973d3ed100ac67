/*
 * The C ABI as PHP functions of the same names. SWIG makes stead_wrap.c from this page and capi/stead.h; generate.sh
 * runs it and takes SWIG's own classes out. A new verb of the header needs nothing here as long as its arguments are
 * named like those below.
 *
 * Handles are objects of Stead\Native\…, requests and answers are JSON text, a failure is an exception. Checks of types
 * are made here because SWIG's declarations are not enforced at run time.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
%module stead

%feature("php:type", "1");

%{
#include "php_stead_native.h"

/* Place of an argument as PHP counts it. */
#define PLACE(ARGUMENT) ((uint32_t)(&(ARGUMENT) - args) + 1)
%}

%minit %{
  php_stead_register_classes();
  php_stead_hide_arguments(module_stead_functions);
%}
%shutdown %{
  php_stead_forget_engines();
%}
%pragma(php) phpinfo="
  php_info_print_table_start();
  php_info_print_table_row(2, \"Stead\", \"enabled\");
  php_info_print_table_row(2, \"Built against\", STEAD_VERSION);
  php_info_print_table_row(2, \"Library\", stead_version());
  php_info_print_table_end();
"

/* --- outcome: the error is made an exception after everything else, and every exit passes the clean-up --------------- */

%typemap(out) stead_status %{%}
%typemap(in, numinputs=0) stead_error** error (stead_error* raised = NULL) %{ $1 = &raised; %}
%typemap(argout) stead_error** error %{
  if (UNEXPECTED(result != STEAD_OK)) {
    php_stead_throw(result, raised$argnum);
    SWIG_fail;
  }
%}

/* --- handles --------------------------------------------------------------------------------------------------------- */

%define HANDLE(THING, CLASS)
%typemap(in, phptype="Stead\\Native\\CLASS") stead_##THING* (void* pointer = NULL), const stead_##THING* (void* pointer = NULL) %{
  if (UNEXPECTED(!php_stead_handle_in(&$input, PLACE($input), php_stead_kind_##THING, &pointer))) SWIG_fail;
  $1 = ($1_ltype)pointer;
%}
%typemap(in, numinputs=0) stead_##THING** (stead_##THING* made = NULL) %{ $1 = &made; %}
%typemap(argout) stead_##THING** %{
  if (EXPECTED(made$argnum != NULL)) php_stead_return(return_value, php_stead_kind_##THING, made$argnum);
%}
%enddef
HANDLE(engine, Engine)
HANDLE(session, Session)
HANDLE(record, Record)
HANDLE(upload, Upload)
HANDLE(decision, Decision)
HANDLE(decisions, Decisions)

/* A kept engine: the object does not free it. */
%typemap(in, numinputs=0) php_stead_kept** kept (php_stead_kept* found = NULL) %{ $1 = &found; %}
%typemap(argout) php_stead_kept** kept %{
  if (EXPECTED(found$argnum != NULL)) php_stead_return_kept(return_value, found$argnum);
%}

/* Asking answers whether it is allowed; the object tells the rest. */
%typemap(argout) stead_decision* decision %{
  RETVAL_BOOL(result == STEAD_OK && stead_decision_allowed($1) != 0);
%}
%typemap(argout) const stead_decision* decision %{%}

/* --- requests and answers: JSON text ---------------------------------------------------------------------------------- */

%typemap(in, phptype="?string") const stead_record* request (stead_record* parsed = NULL),
                                const stead_record* options (stead_record* parsed = NULL) %{
  if (UNEXPECTED(!php_stead_request_in(&$input, PLACE($input), &parsed))) SWIG_fail;
  $1 = parsed;
%}
%typemap(freearg) const stead_record* request, const stead_record* options %{ stead_record_free(parsed$argnum); %}

%typemap(in, numinputs=0) stead_record** answer (stead_record* answer = NULL),
                          stead_record** evidence (stead_record* answer = NULL) %{ $1 = &answer; %}
%typemap(argout) stead_record** answer, stead_record** evidence %{
  if (EXPECTED(answer$argnum != NULL)) php_stead_return_json(return_value, answer$argnum);
%}

/* --- texts ------------------------------------------------------------------------------------------------------------- */

%typemap(in, phptype="string") const char* %{
  if (UNEXPECTED(!php_stead_text_in(&$input, PLACE($input), false, (const char**)&$1))) SWIG_fail;
%}
%typemap(in, phptype="?string") const char* principal, const char* reason, const char* newer %{
  if (UNEXPECTED(!php_stead_text_in(&$input, PLACE($input), true, (const char**)&$1))) SWIG_fail;
%}
%typemap(in, phptype="string") const char* path %{
  if (UNEXPECTED(!php_stead_path_in(&$input, PLACE($input), (const char**)&$1))) SWIG_fail;
%}

%define BYTES(TYPE, OPTIONAL, FIRST, SECOND)
%typemap(in, phptype=TYPE) (FIRST, int64_t SECOND) (const char* bytes = NULL, int64_t count = 0) %{
  if (UNEXPECTED(!php_stead_bytes_in(&$input, PLACE($input), OPTIONAL, &bytes, &count))) SWIG_fail;
  $1 = ($1_ltype)bytes;
  $2 = count;
%}
%enddef
BYTES("string", false, const char* json, length)
BYTES("string", false, const char* text, length)
BYTES("string", false, const char* key, key_length)
BYTES("?string", true, const char* text, text_length)
BYTES("string", false, const char* evidence, length)
BYTES("string", false, const void* bytes, length)
BYTES("?string", true, const void* secret, secret_length)
BYTES("?string", true, const void* previous, previous_length)
BYTES("?string", true, const char* options_json, options_length)

%typemap(out, phptype="?string") const char* %{
  php_stead_return_text(return_value, $1, $1 == NULL ? 0 : (int64_t)strlen($1));
%}
%typemap(out, phptype="?string") const char* stead_record_json, const char* stead_record_text,
                                 const char* stead_record_key_at, const char* stead_record_member_text %{%}
%typemap(in, numinputs=0) int64_t* length (int64_t count = 0) %{ $1 = &count; %}
%typemap(argout) int64_t* length %{ php_stead_return_text(return_value, result, count$argnum); %}

/* --- numbers ----------------------------------------------------------------------------------------------------------- */

%typemap(in, phptype="int") int64_t %{
  if (UNEXPECTED(!php_stead_integer_in(&$input, PLACE($input), &$1))) SWIG_fail;
%}
%typemap(in, phptype="int") int32_t, stead_status %{
  if (UNEXPECTED(!php_stead_small_integer_in(&$input, PLACE($input), &$1))) SWIG_fail;
%}
%typemap(in, phptype="bool") int32_t deep, int32_t value %{
  if (UNEXPECTED(!php_stead_boolean_in(&$input, PLACE($input), &$1))) SWIG_fail;
%}
%typemap(in, phptype="int|float") double %{
  if (UNEXPECTED(!php_stead_number_in(&$input, PLACE($input), &$1))) SWIG_fail;
%}
%typemap(out, phptype="int") int64_t, int32_t %{ RETVAL_LONG($1); %}
%typemap(out, phptype="float") double %{ RETVAL_DOUBLE($1); %}
%typemap(out, phptype="bool") int32_t stead_record_boolean, int32_t stead_decision_allowed,
                              int32_t stead_decisions_allowed %{ RETVAL_BOOL($1 != 0); %}

/* --- downloads: how many bytes at most → [bytes, record of the file] ---------------------------------------------------- */

%typemap(in, phptype="int") (void* buffer, int64_t buffer_size, int64_t* bytes_read, stead_record** info)
    (zend_string* room = NULL, int64_t got = 0, stead_record* file = NULL) %{
  if (UNEXPECTED(!php_stead_room_in(&$input, PLACE($input), &room))) SWIG_fail;
  $1 = ZSTR_VAL(room);
  $2 = (int64_t)ZSTR_LEN(room);
  $3 = &got;
  $4 = &file;
%}
%typemap(argout) (void* buffer, int64_t buffer_size, int64_t* bytes_read, stead_record** info) %{
  if (EXPECTED(file$argnum != NULL)) {
    php_stead_return_download(return_value, room$argnum, got$argnum, file$argnum);
    room$argnum = NULL;
  }
%}
%typemap(freearg) (void* buffer, int64_t buffer_size, int64_t* bytes_read, stead_record** info) %{
  if (room$argnum != NULL) zend_string_release(room$argnum);
%}

/* --- what PHP does not see: errors become exceptions, objects free what they carry ------------------------------------- */

%rename("$ignore", regexmatch$name="^stead_error_") "";
%rename("$ignore", regexmatch$name="_free$") "";

/* stead_engine_open_v for an engine that lives as long as the process. */
%rename(stead_engine_keep) php_stead_keep_engine;
stead_status php_stead_keep_engine(int32_t header_version, const char* path, const char* options_json,
                                   int64_t options_length, const void* secret, int64_t secret_length,
                                   php_stead_kept** kept, stead_error** error);

%include "stead.h"
