/*
 * The native classes. A script gets their objects from the functions of this extension only: they are final, cannot be
 * made, cloned, compared or serialised, and free what they carry.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "php_stead_native.h"

#include <Zend/zend_attributes.h>
#include <Zend/zend_exceptions.h>
#include <Zend/zend_interfaces.h>

zend_class_entry* php_stead_classes[php_stead_kinds];

static zend_object_handlers handlers;

static const char* const class_names[php_stead_kinds] = {
    "Stead\\Native\\Engine", "Stead\\Native\\Session",  "Stead\\Native\\Record",
    "Stead\\Native\\Upload", "Stead\\Native\\Decision", "Stead\\Native\\Decisions",
};

static zend_object* create_object(zend_class_entry* class) {
  php_stead_handle* handle = zend_object_alloc(sizeof(php_stead_handle), class);
  zend_object_std_init(&handle->std, class);
  object_properties_init(&handle->std, class);
  handle->std.handlers = &handlers;
  return &handle->std;
}

static zend_function* no_constructor(zend_object* object) {
  zend_throw_error(NULL, "Cannot directly construct %s", ZSTR_VAL(object->ce->name));
  return NULL;
}

static void free_pointer(php_stead_kind kind, void* pointer) {
  switch (kind) {
    case php_stead_kind_engine:
      stead_engine_free(pointer);
      break;
    case php_stead_kind_session:
      stead_session_free(pointer);
      break;
    case php_stead_kind_record:
      stead_record_free(pointer);
      break;
    case php_stead_kind_upload:
      stead_upload_free(pointer);
      break;
    case php_stead_kind_decision:
      stead_decision_free(pointer);
      break;
    case php_stead_kind_decisions:
      stead_decisions_free(pointer);
      break;
    case php_stead_kinds:
      break;
  }
}

static void free_object(zend_object* object) {
  php_stead_handle* handle = php_stead_handle_of(object);
  void* pointer = handle->pointer;
  handle->pointer = NULL;
  if (handle->kept != NULL) {
    php_stead_let_go(handle->kept);
  } else {
    for (int kind = 0; kind < php_stead_kinds; ++kind) {
      if (object->ce == php_stead_classes[kind]) free_pointer((php_stead_kind)kind, pointer);
    }
  }
  zend_object_std_dtor(object);
}

void php_stead_register_classes(void) {
  memcpy(&handlers, &std_object_handlers, sizeof handlers);
  handlers.offset = XtOffsetOf(php_stead_handle, std);
  handlers.free_obj = free_object;
  handlers.get_constructor = no_constructor;
  handlers.clone_obj = NULL;
  handlers.compare = zend_objects_not_comparable;
  for (int kind = 0; kind < php_stead_kinds; ++kind) {
    zend_class_entry class;
    INIT_CLASS_ENTRY_EX(class, class_names[kind], strlen(class_names[kind]), NULL);
    zend_class_entry* registered = zend_register_internal_class(&class);
    registered->ce_flags |= ZEND_ACC_FINAL | ZEND_ACC_NO_DYNAMIC_PROPERTIES | ZEND_ACC_NOT_SERIALIZABLE;
    registered->create_object = create_object;
    php_stead_classes[kind] = registered;
  }
}

void php_stead_hide_arguments(const zend_function_entry* functions) {
  zend_string* name = zend_string_init("SensitiveParameter", sizeof "SensitiveParameter" - 1, 1);
  for (const zend_function_entry* entry = functions; entry->fname != NULL; ++entry) {
    zend_function* function = zend_hash_str_find_ptr(CG(function_table), entry->fname, strlen(entry->fname));
    for (uint32_t place = 0; function != NULL && place < entry->num_args; ++place) {
      zend_add_parameter_attribute(function, place, name, 0);
    }
  }
  zend_string_release(name);
}

void php_stead_return(zval* return_value, php_stead_kind kind, void* pointer) {
  object_init_ex(return_value, php_stead_classes[kind]);
  php_stead_handle_of(Z_OBJ_P(return_value))->pointer = pointer;
}
