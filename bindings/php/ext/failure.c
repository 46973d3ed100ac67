/*
 * From a stead_error to an exception: one class per status, written in PHP (bindings/php/src/Exception). Where that
 * library is not loaded, a RuntimeException says code and text.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "php_stead_native.h"

#include <Zend/zend_exceptions.h>
#include <ext/spl/spl_exceptions.h>

static const char* class_of(stead_status status) {
  switch (status) {
    case STEAD_INVALID:
      return "Stead\\Exception\\Invalid";
    case STEAD_REFUSED:
      return "Stead\\Exception\\Refused";
    case STEAD_NOT_FOUND:
      return "Stead\\Exception\\NotFound";
    case STEAD_CONFLICT:
      return "Stead\\Exception\\Conflict";
    case STEAD_UNAUTHENTICATED:
      return "Stead\\Exception\\Unauthenticated";
    case STEAD_LIMIT:
      return "Stead\\Exception\\LimitExceeded";
    case STEAD_BUSY:
      return "Stead\\Exception\\Busy";
    case STEAD_STORAGE:
      return "Stead\\Exception\\StorageFailed";
    case STEAD_MISUSE:
      return "Stead\\Exception\\Misuse";
    default:
      return "Stead\\Exception\\Internal";
  }
}

static zend_class_entry* exception_class(stead_status status) {
  const char* name = class_of(status);
  zend_string* key = zend_string_init(name, strlen(name), 0);
  zend_class_entry* class = zend_lookup_class(key);
  zend_string_release(key);
  const bool fits = class != NULL && class->constructor != NULL && instanceof_function(class, zend_ce_throwable) &&
                    (class->ce_flags & (ZEND_ACC_INTERFACE | ZEND_ACC_EXPLICIT_ABSTRACT_CLASS)) == 0;
  return fits ? class : NULL;
}

static void fields_of(const stead_error* error, zval* fields) {
  const int64_t count = stead_error_field_count(error);
  array_init(fields);
  for (int64_t i = 0; i < count; ++i) {
    zval field;
    array_init_size(&field, 2);
    add_next_index_string(&field, stead_error_field_path(error, i));
    add_next_index_string(&field, stead_error_field_message(error, i));
    add_next_index_zval(fields, &field);
  }
}

/* The constructor of Stead\Exception\SteadException takes these, in this order. */
static void construct(zend_class_entry* class, const stead_error* error) {
  zval exception;
  zval arguments[5];
  if (object_init_ex(&exception, class) != SUCCESS) return;
  ZVAL_STRING(&arguments[0], stead_error_code(error));
  ZVAL_STRING(&arguments[1], stead_error_text(error));
  ZVAL_BOOL(&arguments[2], stead_error_retriable(error) != 0);
  ZVAL_STRING(&arguments[3], stead_error_remedy(error));
  fields_of(error, &arguments[4]);
  zend_call_known_function(class->constructor, Z_OBJ(exception), class, NULL, 5, arguments, NULL);
  for (int i = 0; i < 5; ++i) zval_ptr_dtor(&arguments[i]);
  if (EG(exception) == NULL) {
    zend_throw_exception_object(&exception);
  } else {
    zval_ptr_dtor(&exception);
  }
}

void php_stead_throw(stead_status status, stead_error* error) {
  if (stead_error_status(error) != STEAD_OK) status = stead_error_status(error);
  zend_class_entry* class = exception_class(status);
  if (class != NULL) {
    construct(class, error);
  } else if (EG(exception) == NULL) {
    zend_throw_exception_ex(spl_ce_RuntimeException, status, "%s: %s", stead_error_code(error),
                            stead_error_text(error));
  }
  stead_error_free(error);
}
