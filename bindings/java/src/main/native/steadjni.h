/* What the generated wrappers call: bytes in, bytes out, failures. */
#ifndef STEADJNI_H
#define STEADJNI_H

#include <jni.h>
#include <stdint.h>
#include <stead.h>
#include <string.h>

/* Texts up to this size, with their NUL, stay on the stack. */
enum { STEADJNI_SMALL = 160 };

typedef struct steadjni_held_bytes {
  char* bytes; /* NULL for a null array */
  int64_t length;
} steadjni_held_bytes;

typedef struct steadjni_held_buffer {
  JNIEnv* env;
  jbyteArray array;
  jbyte* bytes;
  int64_t length;
} steadjni_held_buffer;

void steadjni_drop_heap(char** heap);
void steadjni_drop_bytes(steadjni_held_bytes* held);
void steadjni_drop_buffer(steadjni_held_buffer* held);
void steadjni_drop_record(stead_record** record);

/* Variables that give back what they hold when their function returns, wherever it does. */
#define HeldHeap __attribute__((cleanup(steadjni_drop_heap))) char*
#define HeldBytes __attribute__((cleanup(steadjni_drop_bytes))) steadjni_held_bytes
#define HeldBuffer __attribute__((cleanup(steadjni_drop_buffer))) steadjni_held_buffer
#define HeldRecord __attribute__((cleanup(steadjni_drop_record))) stead_record*

/* Each answers 0 or NULL with a Java exception pending when it fails. */

/* NUL-terminated text in `small` or on the heap. Refuses null and embedded NULs. */
char* steadjni_text(JNIEnv* env, jbyteArray array, char small[STEADJNI_SMALL], char** heap);
/* Any bytes; a null array is NULL and 0. */
int steadjni_bytes(JNIEnv* env, jbyteArray array, steadjni_held_bytes* held);
/* The array's own bytes, written back when dropped. */
int steadjni_buffer(JNIEnv* env, jbyteArray array, steadjni_held_buffer* held);
/* A record from JSON text; NULL from a null array. */
int steadjni_request(JNIEnv* env, jbyteArray json, stead_record** record);
/* A new array with these bytes; NULL for NULL. */
jbyteArray steadjni_array(JNIEnv* env, const char* bytes, int64_t length);
jbyteArray steadjni_json(JNIEnv* env, const stead_record* record);
/* Puts a number into an array of one. */
int steadjni_number(JNIEnv* env, jlongArray array, int64_t value);
/* Throws the exception for this error, which it frees. */
void steadjni_throw(JNIEnv* env, stead_error* error);

#endif
