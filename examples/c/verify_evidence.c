/*
 * Checks an evidence file without the store, the engine or the network: only the file and the log's verifier key.
 * Usage: verify_evidence FILE VKEY-FILE
 */
#include <stdio.h>
#include <stdlib.h>
#include <stead.h>
#include <string.h>

static char* slurp(const char* path, int64_t* length) {
  FILE* file = fopen(path, "rb");
  char* bytes = NULL;
  size_t size = 0;
  int c;
  if (file == NULL) {
    perror(path);
    exit(2);
  }
  while ((c = getc(file)) != EOF) {
    if ((size & (size + 1)) == 0) bytes = realloc(bytes, 2 * size + 2); /* doubles at 0, 1, 3, 7, … */
    if (bytes == NULL) exit(2);
    bytes[size++] = (char)c;
  }
  fclose(file);
  if (bytes == NULL) exit(2);
  bytes[size] = '\0';
  *length = (int64_t)size;
  return bytes;
}

int main(int argc, char** argv) {
  stead_record* result = NULL;
  stead_error* error = NULL;
  int64_t length;
  int64_t key_length;
  char* evidence;
  char* vkey;
  int ok;
  if (argc != 3) {
    fprintf(stderr, "usage: %s FILE VKEY-FILE\n", argv[0]);
    return 2;
  }
  evidence = slurp(argv[1], &length);
  vkey = slurp(argv[2], &key_length);
  vkey[strcspn(vkey, "\n")] = '\0';

  if (stead_evidence_verify(evidence, length, vkey, &result, &error) != STEAD_OK) {
    printf("NOT EVIDENCE: %s\n", stead_error_text(error));
    stead_error_free(error);
    ok = 0;
  } else {
    ok = stead_record_boolean(result, "/ok");
    if (ok) {
      printf("OK: %lld entries about document %s are in the log %s of %lld entries\n",
             (long long)stead_record_integer(result, "/entries"), stead_record_text(result, "/documentId", NULL),
             stead_record_text(result, "/origin", NULL), (long long)stead_record_integer(result, "/size"));
    } else {
      printf("BROKEN: %s\n", stead_record_text(result, "/broken/text", NULL));
    }
  }
  stead_record_free(result);
  free(evidence);
  free(vkey);
  return ok ? 0 : 1;
}
