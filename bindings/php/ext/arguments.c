/*
 * What goes in and what comes out, where it is more than a line.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "php_stead_native.h"

#include <main/fopen_wrappers.h>

/* No file is larger (contract 4.5), so no more room is ever needed for one call. */
#define ROOM_BYTES_MAX (25 * 1024 * 1024)

bool php_stead_small_integer_in(zval* value, uint32_t place, int32_t* number) {
  int64_t wide;
  if (!php_stead_integer_in(value, place, &wide)) return false;
  if (wide < INT32_MIN || wide > INT32_MAX) {
    zend_argument_value_error(place, "must be between %d and %d", INT32_MIN, INT32_MAX);
    return false;
  }
  *number = (int32_t)wide;
  return true;
}

bool php_stead_number_in(zval* value, uint32_t place, double* number) {
  if (Z_TYPE_P(value) == IS_DOUBLE) {
    *number = Z_DVAL_P(value);
    return true;
  }
  if (Z_TYPE_P(value) == IS_LONG) {
    *number = (double)Z_LVAL_P(value);
    return true;
  }
  zend_argument_type_error(place, "must be of type int|float, %s given", zend_zval_type_name(value));
  return false;
}

bool php_stead_boolean_in(zval* value, uint32_t place, int32_t* flag) {
  if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
    zend_argument_type_error(place, "must be of type bool, %s given", zend_zval_type_name(value));
    return false;
  }
  *flag = Z_TYPE_P(value) == IS_TRUE;
  return true;
}

bool php_stead_path_in(zval* value, uint32_t place, const char** path) {
  if (!php_stead_text_in(value, place, false, path)) return false;
  if (php_check_open_basedir_ex(*path, 0) == 0) return true;
  zend_argument_value_error(place, "must be a path that open_basedir allows");
  return false;
}

bool php_stead_request_in(zval* value, uint32_t place, stead_record** record) {
  const char* json;
  int64_t length;
  stead_error* error;
  if (!php_stead_bytes_in(value, place, true, &json, &length)) return false;
  if (json == NULL) return true;
  const stead_status status = stead_record_parse(json, length, record, &error);
  if (status == STEAD_OK) return true;
  php_stead_throw(status, error);
  return false;
}

bool php_stead_room_in(zval* value, uint32_t place, zend_string** room) {
  int64_t max;
  if (!php_stead_integer_in(value, place, &max)) return false;
  if (max < 0) {
    zend_argument_value_error(place, "must be greater than or equal to 0");
    return false;
  }
  *room = zend_string_alloc((size_t)(max < ROOM_BYTES_MAX ? max : ROOM_BYTES_MAX), 0);
  return true;
}

void php_stead_return_json(zval* return_value, stead_record* record) {
  int64_t length;
  const char* json = stead_record_json(record, &length);
  if (json == NULL) zend_throw_error(NULL, "Out of memory");
  php_stead_return_text(return_value, json, length);
  stead_record_free(record);
}

void php_stead_return_text(zval* return_value, const char* text, int64_t length) {
  if (text == NULL) {
    ZVAL_NULL(return_value);
  } else {
    ZVAL_STRINGL(return_value, text, (size_t)length);
  }
}

void php_stead_return_download(zval* return_value, zend_string* room, int64_t bytes_read, stead_record* info) {
  zval json;
  ZSTR_VAL(room)[bytes_read] = '\0';
  room = zend_string_truncate(room, (size_t)bytes_read, 0);
  php_stead_return_json(&json, info);
  array_init_size(return_value, 2);
  add_next_index_str(return_value, room);
  add_next_index_zval(return_value, &json);
}
