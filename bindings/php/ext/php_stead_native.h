/*
 * What the generated wrappers (stead_wrap.c) rest on: the native classes that carry the handles of the C ABI, the
 * checks of arguments, and the way from a stead_error to an exception.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PHP_STEAD_NATIVE_H
#define PHP_STEAD_NATIVE_H

#include <php.h>
#include <stead.h>

#ifdef ZTS
#error "Stead is for PHP without thread safety (NTS)"
#endif

/* One native class per handle of the C ABI: Stead\Native\Engine, … */
typedef enum php_stead_kind {
  php_stead_kind_engine,
  php_stead_kind_session,
  php_stead_kind_record,
  php_stead_kind_upload,
  php_stead_kind_decision,
  php_stead_kind_decisions,
  php_stead_kinds
} php_stead_kind;

/* An engine that outlives the requests of its process; see persistent.c. */
typedef struct php_stead_kept php_stead_kept;

typedef struct php_stead_handle {
  void* pointer;        /* owned, but for a kept engine */
  php_stead_kept* kept; /* NULL for everything but a kept engine */
  zend_object std;
} php_stead_handle;

extern zend_class_entry* php_stead_classes[php_stead_kinds];

static inline php_stead_handle* php_stead_handle_of(zend_object* object) {
  return (php_stead_handle*)((char*)object - XtOffsetOf(php_stead_handle, std));
}

/* Registers the native classes; at the start of the module, before any wrapper runs. */
void php_stead_register_classes(void);

/* Keeps what travels through the wrappers (tokens, keys, records) out of the backtraces of exceptions. */
void php_stead_hide_arguments(const zend_function_entry* functions);

/* Hands a new handle to the script, which owns it from now on. */
void php_stead_return(zval* return_value, php_stead_kind kind, void* pointer);

/* Throws the exception class of `status` and frees `error`. */
void php_stead_throw(stead_status status, stead_error* error);

/* The handle in `value`; throws TypeError and answers false when it is none of that kind. */
static inline bool php_stead_handle_in(zval* value, uint32_t place, php_stead_kind kind, void** pointer) {
  if (EXPECTED(Z_TYPE_P(value) == IS_OBJECT && Z_OBJCE_P(value) == php_stead_classes[kind])) {
    *pointer = php_stead_handle_of(Z_OBJ_P(value))->pointer;
    return true;
  }
  zend_argument_type_error(place, "must be of type %s, %s given", ZSTR_VAL(php_stead_classes[kind]->name),
                           zend_zval_type_name(value));
  return false;
}

/* Bytes with their length; `optional` takes null as NULL and 0. */
static inline bool php_stead_bytes_in(zval* value, uint32_t place, bool optional, const char** bytes, int64_t* length) {
  if (EXPECTED(Z_TYPE_P(value) == IS_STRING)) {
    *bytes = Z_STRVAL_P(value);
    *length = (int64_t)Z_STRLEN_P(value);
    return true;
  }
  if (optional && Z_TYPE_P(value) == IS_NULL) {
    *bytes = NULL;
    *length = 0;
    return true;
  }
  zend_argument_type_error(place, "must be of type %s, %s given", optional ? "?string" : "string",
                           zend_zval_type_name(value));
  return false;
}

/* A NUL-terminated text: a NUL inside would cut it in silence and is refused. */
static inline bool php_stead_text_in(zval* value, uint32_t place, bool optional, const char** text) {
  int64_t length = 0;
  if (UNEXPECTED(!php_stead_bytes_in(value, place, optional, text, &length))) return false;
  if (EXPECTED(*text == NULL || strlen(*text) == (size_t)length)) return true;
  zend_argument_value_error(place, "must not contain any null bytes");
  return false;
}

static inline bool php_stead_integer_in(zval* value, uint32_t place, int64_t* number) {
  if (EXPECTED(Z_TYPE_P(value) == IS_LONG)) {
    *number = Z_LVAL_P(value);
    return true;
  }
  zend_argument_type_error(place, "must be of type int, %s given", zend_zval_type_name(value));
  return false;
}

bool php_stead_small_integer_in(zval* value, uint32_t place, int32_t* number);
bool php_stead_number_in(zval* value, uint32_t place, double* number);
bool php_stead_boolean_in(zval* value, uint32_t place, int32_t* flag);
/* A path within open_basedir. */
bool php_stead_path_in(zval* value, uint32_t place, const char** path);
/* A request as JSON text, or null; the caller frees the record. */
bool php_stead_request_in(zval* value, uint32_t place, stead_record** record);
/* Room for `max` bytes of a download; the caller releases the string. */
bool php_stead_room_in(zval* value, uint32_t place, zend_string** room);

/* The answer as JSON text; frees the record. */
void php_stead_return_json(zval* return_value, stead_record* record);
/* A text of the C ABI with its length, null for NULL. */
void php_stead_return_text(zval* return_value, const char* text, int64_t length);
/* [bytes, JSON text of the file's record]; frees the record and takes the room. */
void php_stead_return_download(zval* return_value, zend_string* room, int64_t bytes_read, stead_record* info);

/* Opens the store, or answers the engine that this process opened with the same arguments in an earlier request. */
stead_status php_stead_keep_engine(int32_t header_version, const char* path, const char* options,
                                   int64_t options_length, const void* secret, int64_t secret_length,
                                   php_stead_kept** kept, stead_error** error);
void php_stead_return_kept(zval* return_value, php_stead_kept* kept);
void php_stead_let_go(php_stead_kept* kept);
/* Frees the kept engines at the end of the process. */
void php_stead_forget_engines(void);

#endif
