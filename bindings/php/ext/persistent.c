/*
 * Engines that live as long as their process: a worker of php-fpm opens its store once and serves every request with
 * that engine, its warm decisions and its prepared statements.
 *
 * Kept per path, options and secret (of which only a hash stays here). An engine is left out of the list when a script
 * has closed it, or when the process is a fork of the one that opened it (design 7); the next call then opens anew.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "php_stead_native.h"

#include <main/fopen_wrappers.h>
#include <sys/types.h>
#include <unistd.h>
#include <ext/hash/php_hash.h>
#include <ext/hash/php_hash_sha.h>

enum { key_bytes = 32 };

struct php_stead_kept {
  unsigned char key[key_bytes];
  stead_engine* engine;
  pid_t opened_by;
  uint32_t handles; /* of this request's scripts */
  bool listed;
  php_stead_kept* next;
};

static php_stead_kept* kept_first;

static void add_part(PHP_SHA256_CTX* hash, const void* bytes, int64_t length) {
  PHP_SHA256Update(hash, (const unsigned char*)&length, sizeof length);
  if (length > 0) PHP_SHA256Update(hash, bytes, (size_t)length);
}

static void key_of(const char* path, const char* options, int64_t options_length, const void* secret,
                   int64_t secret_length, unsigned char* key) {
  PHP_SHA256_CTX hash;
  PHP_SHA256Init(&hash);
  add_part(&hash, path, (int64_t)strlen(path));
  add_part(&hash, options, options_length);
  add_part(&hash, secret, secret_length);
  PHP_SHA256Final(key, &hash);
}

static void free_when_unused(php_stead_kept* kept) {
  if (kept->listed || kept->handles > 0) return;
  stead_engine_free(kept->engine);
  free(kept);
}

static bool usable(const php_stead_kept* kept) {
  return kept->opened_by == getpid() && stead_engine_warning(kept->engine) != NULL; /* NULL: it was closed */
}

/* Takes what is not usable any more out of the list and answers the engine of that key, NULL when there is none. */
static php_stead_kept* find(const unsigned char* key) {
  php_stead_kept* found = NULL;
  php_stead_kept** place = &kept_first;
  while (*place != NULL) {
    php_stead_kept* kept = *place;
    if (!usable(kept)) {
      *place = kept->next;
      kept->listed = false;
      free_when_unused(kept);
      continue;
    }
    if (memcmp(kept->key, key, key_bytes) == 0) found = kept;
    place = &kept->next;
  }
  return found;
}

static stead_status open_engine(int32_t header_version, const char* path, const char* options, int64_t options_length,
                                const void* secret, int64_t secret_length, stead_engine** engine, stead_error** error) {
  stead_record* record = NULL;
  if (options != NULL) {
    const stead_status status = stead_record_parse(options, options_length, &record, error);
    if (status != STEAD_OK) return status;
  }
  const stead_status status = stead_engine_open_v(header_version, path, record, secret, secret_length, engine, error);
  stead_record_free(record);
  return status;
}

stead_status php_stead_keep_engine(int32_t header_version, const char* path, const char* options,
                                   int64_t options_length, const void* secret, int64_t secret_length,
                                   php_stead_kept** kept, stead_error** error) {
  unsigned char key[key_bytes];
  char* whole = expand_filepath(path, NULL);
  const char* store = whole == NULL ? path : whole;
  stead_status status = STEAD_OK;
  key_of(store, options, options_length, secret, secret_length, key);
  *kept = find(key);
  if (*kept == NULL) {
    stead_engine* engine = NULL;
    status = open_engine(header_version, store, options, options_length, secret, secret_length, &engine, error);
    if (status == STEAD_OK) {
      *kept = pecalloc(1, sizeof **kept, 1);
      memcpy((*kept)->key, key, key_bytes);
      (*kept)->engine = engine;
      (*kept)->opened_by = getpid();
      (*kept)->listed = true;
      (*kept)->next = kept_first;
      kept_first = *kept;
    }
  }
  if (*kept != NULL) ++(*kept)->handles;
  if (whole != NULL) efree(whole);
  return status;
}

void php_stead_return_kept(zval* return_value, php_stead_kept* kept) {
  php_stead_return(return_value, php_stead_kind_engine, kept->engine);
  php_stead_handle_of(Z_OBJ_P(return_value))->kept = kept;
}

void php_stead_let_go(php_stead_kept* kept) {
  --kept->handles;
  free_when_unused(kept);
}

void php_stead_forget_engines(void) {
  while (kept_first != NULL) {
    php_stead_kept* kept = kept_first;
    kept_first = kept->next;
    kept->listed = false;
    free_when_unused(kept);
  }
}
