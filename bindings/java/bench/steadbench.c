/* The two floors of the benchmark: the same call in C, and a trivial call of the same shape by hand-written JNI. */
#include <jni.h>
#include <stdint.h>
#include <stdlib.h>
#include <stead.h>
#include <string.h>
#include <time.h>

enum { SMALL = 160 };

static int text(JNIEnv* env, jbyteArray array, char into[SMALL]) {
  const jsize length = (*env)->GetArrayLength(env, array);
  if (length >= SMALL) abort();
  (*env)->GetByteArrayRegion(env, array, 0, length, (jbyte*)into);
  into[length] = '\0';
  return length;
}

JNIEXPORT jint JNICALL Java_io_stead_AuthorizeBench_trivial(JNIEnv* env, jclass type, jbyteArray a, jbyteArray b) {
  char one[SMALL];
  char other[SMALL];
  (void)type;
  return text(env, a, one) + text(env, b, other) + one[0] + other[0];
}

/* Nanoseconds that `calls` questions take without any binding. */
JNIEXPORT jlong JNICALL Java_io_stead_AuthorizeBench_inC(JNIEnv* env, jclass type, jlong session, jbyteArray operation,
                                                         jbyteArray principal, jint calls) {
  char act[SMALL];
  char who[SMALL];
  stead_decision* decision;
  stead_error* error;
  struct timespec start;
  struct timespec end;
  jint i;
  (void)type;
  text(env, operation, act);
  text(env, principal, who);
  if (stead_decision_new(&decision, &error) != STEAD_OK) abort();
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (i = 0; i < calls; ++i) {
    if (stead_session_authorize((const stead_session*)(intptr_t)session, act, who, decision, &error) != STEAD_OK ||
        !stead_decision_allowed(decision)) {
      abort();
    }
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  stead_decision_free(decision);
  return (jlong)(end.tv_sec - start.tv_sec) * 1000000000 + (end.tv_nsec - start.tv_nsec);
}
