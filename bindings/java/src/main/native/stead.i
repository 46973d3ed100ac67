/*
 * The native layer of the Java binding: every function of stead.h as a static method of io.stead.Native.
 *
 * A function of stead.h needs no line here when it is a verb: a `stead_status` that comes with a record is returned as
 * that record's JSON text (byte[]), a failure is thrown. What answers something else is listed under "Answers".
 *
 *   const char*                      byte[] in UTF-8, NUL-terminated in C; null and embedded NULs are refused
 *   const char* + length             byte[], any bytes
 *   const stead_record* request      byte[] with JSON text, or null
 *   stead_engine*, stead_session* …  long; never dereferenced in Java
 *   stead_error**                    thrown
 *
 * Everything a wrapper takes hold of is given back by the cleanup attribute of its variable, so that a typemap which
 * throws may simply return.
 */
%module(jniclassname="NativeJNI") Native

%{
#include <stead.h>

#include "steadjni.h"
%}

%pragma(java) moduleclassmodifiers="final class"
%pragma(java) jniclassclassmodifiers="final class"
%pragma(java) jniclasscode=%{
  static {
    NativeLoader.load();
    NativeLoader.requireVersion(Texts.text(stead_version()));
  }
%}
%rename("$ignore", %$isconstant) ""; /* they would become a public interface; Java has enums of its own */
%include <stdint.i>

/* ---- Handles ---------------------------------------------------------------------------------------------------- */

%define %handle(TYPE)
%typemap(jni) TYPE*, const TYPE* "jlong"
%typemap(jtype) TYPE*, const TYPE* "long"
%typemap(jstype) TYPE*, const TYPE* "long"
%typemap(javain) TYPE*, const TYPE* "$javainput"
%typemap(in) TYPE*, const TYPE* %{ $1 = (TYPE*)(intptr_t)$input; %}
%typemap(in, numinputs=0) TYPE** (TYPE* made = NULL) %{ $1 = &made; %}
%typemap(argout) TYPE** %{ $result = (jlong)(intptr_t)made$argnum; %}
%enddef

%handle(stead_engine)
%handle(stead_session)
%handle(stead_record)
%handle(stead_upload)
%handle(stead_decision)
%handle(stead_decisions)
%handle(stead_error)

/* ---- Text and bytes --------------------------------------------------------------------------------------------- */

%define %bytes(PATTERN)
%typemap(jni) PATTERN "jbyteArray"
%typemap(jtype) PATTERN "byte[]"
%typemap(jstype) PATTERN "byte[]"
%typemap(javain) PATTERN "$javainput"
%typemap(javaout) PATTERN { return $jnicall; }
%typemap(freearg) PATTERN ""
%enddef

%bytes(const char*)
%typemap(in) const char* (HeldHeap heap = NULL, char small[STEADJNI_SMALL]) %{
  $1 = steadjni_text(jenv, $input, small, &heap);
  if ($1 == NULL) return $null;
%}
%typemap(in) const char* principal (HeldHeap heap = NULL, char small[STEADJNI_SMALL]),
             const char* reason (HeldHeap heap = NULL, char small[STEADJNI_SMALL]),
             const char* newer (HeldHeap heap = NULL, char small[STEADJNI_SMALL]) %{
  if ($input != NULL) {
    $1 = steadjni_text(jenv, $input, small, &heap);
    if ($1 == NULL) return $null;
  }
%}
%typemap(out) const char* %{ $result = steadjni_array(jenv, $1, $1 == NULL ? 0 : (int64_t)strlen($1)); %}

%define %measured(TEXT, LENGTH)
%bytes((TEXT, LENGTH))
%typemap(in) (TEXT, LENGTH) (HeldBytes held = {0}) %{
  if (!steadjni_bytes(jenv, $input, &held)) return $null;
  $1 = held.bytes;
  $2 = held.length;
%}
%enddef

%measured(const char* json, int64_t length)
%measured(const char* text, int64_t length)
%measured(const char* text, int64_t text_length)
%measured(const char* key, int64_t key_length)
%measured(const char* evidence, int64_t length)
%measured(const void* bytes, int64_t length)
%measured(const void* secret, int64_t secret_length)
%measured(const void* previous, int64_t previous_length)

/* Text that comes back with its length may hold NULs. */
%typemap(in, numinputs=0) int64_t* length (int64_t length = 0) %{ $1 = &length; %}
%typemap(argout) int64_t* length %{ $result = steadjni_array(jenv, result, length$argnum); %}
%typemap(out) const char* stead_record_json, const char* stead_record_text, const char* stead_record_key_at,
              const char* stead_record_member_text ""

/* A part of a file goes into the caller's array. */
%bytes((void* buffer, int64_t buffer_size))
%typemap(in) (void* buffer, int64_t buffer_size) (HeldBuffer held = {0}) %{
  if (!steadjni_buffer(jenv, $input, &held)) return $null;
  $1 = held.bytes;
  $2 = held.length;
%}
%typemap(jni) int64_t* bytes_read "jlongArray"
%typemap(jtype) int64_t* bytes_read "long[]"
%typemap(jstype) int64_t* bytes_read "long[]"
%typemap(javain) int64_t* bytes_read "$javainput"
%typemap(in) int64_t* bytes_read (int64_t got = 0) %{ $1 = &got; %}
%typemap(argout) int64_t* bytes_read %{ if (!steadjni_number(jenv, $input, got$argnum)) return $null; %}

/* ---- Records: JSON text both ways, but for the functions of the record itself ------------------------------------- */

%bytes(const stead_record* request)
%bytes(const stead_record* options)
%typemap(in) const stead_record* request (HeldRecord held = NULL), const stead_record* options (HeldRecord held = NULL) %{
  if (!steadjni_request(jenv, $input, &held)) return $null;
  $1 = held;
%}
%typemap(in, numinputs=0) stead_record** answer (HeldRecord made = NULL), stead_record** evidence (HeldRecord made = NULL),
                          stead_record** info (HeldRecord made = NULL) %{ $1 = &made; %}
%typemap(argout) stead_record** answer, stead_record** evidence, stead_record** info
  %{ if (made$argnum != NULL) $result = steadjni_json(jenv, made$argnum); %}

/* ---- Failures --------------------------------------------------------------------------------------------------- */

%typemap(in, numinputs=0) stead_error** (stead_error* problem = NULL) %{ $1 = &problem; %}
%typemap(argout) stead_error** %{
  if (problem$argnum != NULL) {
    steadjni_throw(jenv, problem$argnum);
    return $null;
  }
%}

/* ---- Answers ---------------------------------------------------------------------------------------------------- */

%typemap(in, numinputs=0) int32_t header_version %{ $1 = STEAD_HEADER_VERSION; %}

/* What a stead_status stands for, unless said otherwise: the JSON text of the answer. */
%typemap(jni) stead_status "jbyteArray"
%typemap(jtype) stead_status "byte[]"
%typemap(jstype) stead_status "byte[]"
%typemap(javaout) stead_status { return $jnicall; }
%typemap(out) stead_status "(void)result;"

%define %answers(NAME, JNI, JAVA)
%typemap(jni) stead_status NAME "JNI"
%typemap(jtype) stead_status NAME "JAVA"
%typemap(jstype) stead_status NAME "JAVA"
%enddef
%define %handle_from(NAME)
%answers(NAME, jlong, long)
%enddef
%define %nothing_from(NAME)
%answers(NAME, void, void)
%typemap(javaout) stead_status NAME { $jnicall; }
%enddef

%handle_from(stead_record_new)
%handle_from(stead_record_parse)
%handle_from(stead_record_copy)
%handle_from(stead_upload_new)
%handle_from(stead_engine_open_v)
%handle_from(stead_engine_open_rotating_v)
%handle_from(stead_session_open_with_key)
%handle_from(stead_session_open_trusted)
%handle_from(stead_session_on_behalf_of)
%handle_from(stead_session_account_wide)
%handle_from(stead_decision_new)
%handle_from(stead_decisions_new)

%nothing_from(stead_record_set_text)
%nothing_from(stead_record_set_integer)
%nothing_from(stead_record_set_number)
%nothing_from(stead_record_set_boolean)
%nothing_from(stead_record_set_null)
%nothing_from(stead_record_set_array)
%nothing_from(stead_record_set_record)
%nothing_from(stead_record_set_member)
%nothing_from(stead_record_remove)
%nothing_from(stead_upload_add_file)
%nothing_from(stead_upload_begin_file)
%nothing_from(stead_upload_append)
%nothing_from(stead_engine_set_test_clock)
%nothing_from(stead_engine_close)
%nothing_from(stead_session_close)
%nothing_from(stead_session_authorize_all)
%nothing_from(stead_decisions_add)
%nothing_from(stead_decisions_get)
%nothing_from(stead_decisions_clear)
%nothing_from(stead_outbox_ack)

/* A question is answered with its answer; the rest of the decision is read when it is wanted. */
%define %allowed_from(NAME)
%answers(NAME, jboolean, boolean)
%typemap(out) stead_status NAME %{ $result = result == STEAD_OK && stead_decision_allowed(arg4) != 0; %}
%enddef
%allowed_from(stead_session_authorize)
%allowed_from(stead_session_authorize_document)

%apply int { stead_status status, stead_status stead_error_status }

/* A whole decision in one crossing; the layout is io.stead.DecisionSlot's. */
%native(decision_read) void decision_read(jlong decision, jbyteArray into);

%include <stead.h>
