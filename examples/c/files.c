#include "files.h"

#include <stdio.h>
#include <stdlib.h>

#include "tell.h"

static FILE* open_file(const char* folder, const char* name, const char* mode) {
  char path[4096];
  FILE* file;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  file = fopen(path, mode);
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  return file;
}

char* read_file(const char* folder, const char* name, int64_t* length) {
  FILE* file = open_file(folder, name, "rb");
  char* bytes;
  long size = -1;
  expect(fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 && fseek(file, 0, SEEK_SET) == 0,
         "a file can be measured");
  bytes = malloc((size_t)size + 1);
  expect(bytes != NULL && fread(bytes, 1, (size_t)size, file) == (size_t)size, "a file can be read");
  bytes[size] = '\0';
  fclose(file);
  if (length != NULL) *length = size;
  return bytes;
}

void write_file(const char* folder, const char* name, const void* bytes, int64_t length) {
  FILE* file = open_file(folder, name, "wb");
  expect(fwrite(bytes, 1, (size_t)length, file) == (size_t)length && fclose(file) == 0, "a file can be written");
}

int file_exists(const char* folder, const char* name) {
  char path[4096];
  FILE* file;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  file = fopen(path, "rb");
  if (file != NULL) fclose(file);
  return file != NULL;
}

stead_record* read_record(const char* folder, const char* name) {
  stead_record* record;
  stead_error* error;
  int64_t length;
  char* json = read_file(folder, name, &length);
  must(stead_record_parse(json, length, &record, &error), &error, name);
  free(json);
  return record;
}
