/*
 * What row 8 compares with: a plain extension function of the same shape (two strings in, an integer out), and the same
 * authorize in a loop of C.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "php_stead_native.h"

#include <time.h>
#include <ext/standard/info.h>

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arguments_trivial, 0, 2, IS_LONG, 0)
ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
ZEND_ARG_TYPE_INFO(0, principal, IS_STRING, 0)
ZEND_END_ARG_INFO()

PHP_FUNCTION(stead_bench_trivial) {
  char* operation;
  char* principal;
  size_t operation_length;
  size_t principal_length;
  ZEND_PARSE_PARAMETERS_START(2, 2)
  Z_PARAM_STRING(operation, operation_length)
  Z_PARAM_STRING(principal, principal_length)
  ZEND_PARSE_PARAMETERS_END();
  RETURN_LONG((zend_long)(operation_length + principal_length) + operation[0] + principal[0]);
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arguments_authorize, 0, 5, IS_LONG, 0)
ZEND_ARG_OBJ_INFO(0, session, Stead\\Native\\Session, 0)
ZEND_ARG_OBJ_INFO(0, decision, Stead\\Native\\Decision, 0)
ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
ZEND_ARG_TYPE_INFO(0, principal, IS_STRING, 0)
ZEND_ARG_TYPE_INFO(0, count, IS_LONG, 0)
ZEND_END_ARG_INFO()

/* Nanoseconds of `count` calls. */
PHP_FUNCTION(stead_bench_authorize) {
  zend_object* session;
  zend_object* decision;
  char* operation;
  char* principal;
  size_t length;
  zend_long count;
  ZEND_PARSE_PARAMETERS_START(5, 5)
  Z_PARAM_OBJ(session)
  Z_PARAM_OBJ(decision)
  Z_PARAM_STRING(operation, length)
  Z_PARAM_STRING(principal, length)
  Z_PARAM_LONG(count)
  ZEND_PARSE_PARAMETERS_END();
  stead_session* asker = php_stead_handle_of(session)->pointer;
  stead_decision* answer = php_stead_handle_of(decision)->pointer;
  struct timespec begin;
  struct timespec end;
  zend_long allowed = 0;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (zend_long i = 0; i < count; ++i) {
    stead_error* error;
    if (stead_session_authorize(asker, operation, principal, answer, &error) != STEAD_OK) stead_error_free(error);
    allowed += stead_decision_allowed(answer);
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  if (allowed != count) {
    zend_throw_error(NULL, "the question of the benchmark is answered with no");
    RETURN_THROWS();
  }
  RETURN_LONG((end.tv_sec - begin.tv_sec) * 1000000000 + end.tv_nsec - begin.tv_nsec);
}

static const zend_function_entry functions[] = {PHP_FE(stead_bench_trivial, arguments_trivial)
                                                    PHP_FE(stead_bench_authorize, arguments_authorize) PHP_FE_END};

zend_module_entry stead_bench_module_entry = {
    STANDARD_MODULE_HEADER,    "stead_bench", functions, NULL, NULL, NULL, NULL, NULL, STEAD_VERSION,
    STANDARD_MODULE_PROPERTIES};

ZEND_GET_MODULE(stead_bench)
