#define _DEFAULT_SOURCE /* explicit_bzero */
#include "steadjni.h"

#include <limits.h>
#include <stdlib.h>

static jclass failures;   /* io.stead.Failures */
static jmethodID failure; /* its `static RuntimeException of(long error)` */

JNIEXPORT jint JNICALL JNI_OnLoad(JavaVM* vm, void* reserved) {
  JNIEnv* env;
  jclass found;
  (void)reserved;
  if ((*vm)->GetEnv(vm, (void**)&env, JNI_VERSION_10) != JNI_OK) return JNI_ERR;
  found = (*env)->FindClass(env, "io/stead/Failures");
  if (found == NULL) return JNI_ERR;
  failures = (*env)->NewGlobalRef(env, found);
  if (failures == NULL) return JNI_ERR;
  failure = (*env)->GetStaticMethodID(env, failures, "of", "(J)Ljava/lang/RuntimeException;");
  return failure == NULL ? JNI_ERR : JNI_VERSION_10;
}

JNIEXPORT void JNICALL JNI_OnUnload(JavaVM* vm, void* reserved) {
  JNIEnv* env;
  (void)reserved;
  if ((*vm)->GetEnv(vm, (void**)&env, JNI_VERSION_10) == JNI_OK) (*env)->DeleteGlobalRef(env, failures);
}

static void refuse(JNIEnv* env, const char* exception, const char* why) {
  jclass found = (*env)->FindClass(env, exception);
  if (found != NULL) (*env)->ThrowNew(env, found, why);
}

static void no_memory(JNIEnv* env) { refuse(env, "java/lang/OutOfMemoryError", "no native memory"); }

void steadjni_drop_heap(char** heap) { free(*heap); }

/* Host secrets pass through here, so what is small is wiped. */
void steadjni_drop_bytes(steadjni_held_bytes* held) {
  if (held->bytes != NULL && held->length <= 4096) explicit_bzero(held->bytes, (size_t)held->length);
  free(held->bytes);
}

void steadjni_drop_buffer(steadjni_held_buffer* held) {
  if (held->bytes != NULL) (*held->env)->ReleaseByteArrayElements(held->env, held->array, held->bytes, 0);
}

void steadjni_drop_record(stead_record** record) { stead_record_free(*record); }

char* steadjni_text(JNIEnv* env, jbyteArray array, char small[STEADJNI_SMALL], char** heap) {
  jsize length;
  char* text = small;
  if (array == NULL) {
    refuse(env, "java/lang/NullPointerException", "a text is null");
    return NULL;
  }
  length = (*env)->GetArrayLength(env, array);
  if (length >= STEADJNI_SMALL) {
    text = *heap = malloc((size_t)length + 1);
    if (text == NULL) {
      no_memory(env);
      return NULL;
    }
  }
  (*env)->GetByteArrayRegion(env, array, 0, length, (jbyte*)text);
  text[length] = '\0';
  if (memchr(text, '\0', (size_t)length) != NULL) {
    refuse(env, "java/lang/IllegalArgumentException", "holds a NUL, which no id, address, token or name may");
    return NULL;
  }
  return text;
}

int steadjni_bytes(JNIEnv* env, jbyteArray array, steadjni_held_bytes* held) {
  jsize length;
  if (array == NULL) return 1;
  length = (*env)->GetArrayLength(env, array);
  held->bytes = malloc((size_t)length + 1); /* not NULL for no bytes */
  if (held->bytes == NULL) {
    no_memory(env);
    return 0;
  }
  held->length = length;
  (*env)->GetByteArrayRegion(env, array, 0, length, (jbyte*)held->bytes);
  return 1;
}

int steadjni_buffer(JNIEnv* env, jbyteArray array, steadjni_held_buffer* held) {
  if (array == NULL) {
    refuse(env, "java/lang/NullPointerException", "the buffer is null");
    return 0;
  }
  held->env = env;
  held->array = array;
  held->length = (*env)->GetArrayLength(env, array);
  held->bytes = (*env)->GetByteArrayElements(env, array, NULL);
  return held->bytes != NULL;
}

int steadjni_request(JNIEnv* env, jbyteArray json, stead_record** record) {
  HeldBytes text = {0};
  stead_error* error = NULL;
  if (json == NULL) return 1;
  if (!steadjni_bytes(env, json, &text)) return 0;
  if (stead_record_parse(text.bytes, text.length, record, &error) == STEAD_OK) return 1;
  steadjni_throw(env, error);
  return 0;
}

jbyteArray steadjni_array(JNIEnv* env, const char* bytes, int64_t length) {
  jbyteArray array;
  if (bytes == NULL) return NULL;
  if (length > INT32_MAX) {
    no_memory(env);
    return NULL;
  }
  array = (*env)->NewByteArray(env, (jsize)length);
  if (array != NULL) (*env)->SetByteArrayRegion(env, array, 0, (jsize)length, (const jbyte*)bytes);
  return array;
}

jbyteArray steadjni_json(JNIEnv* env, const stead_record* record) {
  int64_t length = 0;
  const char* json = stead_record_json(record, &length);
  if (json == NULL) no_memory(env);
  return steadjni_array(env, json, length);
}

int steadjni_number(JNIEnv* env, jlongArray array, int64_t value) {
  const jlong number = value;
  if (array == NULL || (*env)->GetArrayLength(env, array) < 1) {
    refuse(env, "java/lang/IllegalArgumentException", "there is no place for the number");
    return 0;
  }
  (*env)->SetLongArrayRegion(env, array, 0, 1, &number);
  return 1;
}

void steadjni_throw(JNIEnv* env, stead_error* error) {
  jobject made = (*env)->CallStaticObjectMethod(env, failures, failure, (jlong)(intptr_t)error);
  if ((*env)->ExceptionCheck(env)) return; /* no memory for the exception: that is thrown instead */
  (*env)->Throw(env, (jthrowable)made);
}

/* Appends a text to the image of a decision and notes its length. */
static size_t put(unsigned char* image, size_t end, size_t note, const char* text) {
  const size_t length = text == NULL ? 0 : strlen(text);
  if (length > UCHAR_MAX || end + length > 256) return end;
  memcpy(image + end, text == NULL ? "" : text, length);
  image[note] = (unsigned char)length;
  return end + length;
}

/* Layout: io.stead.DecisionSlot. */
JNIEXPORT void JNICALL Java_io_stead_NativeJNI_decision_1read(JNIEnv* env, jclass type, jlong handle, jbyteArray into) {
  const stead_decision* decision = (const stead_decision*)(intptr_t)handle;
  unsigned char image[256];
  const int64_t version = stead_decision_grant_version(decision);
  const int64_t until = stead_decision_valid_until(decision);
  size_t end = 24;
  (void)type;
  memset(image, 0, 8);
  image[0] = stead_decision_allowed(decision) != 0;
  memcpy(image + 8, &version, sizeof version);
  memcpy(image + 16, &until, sizeof until);
  end = put(image, end, 1, stead_decision_authority(decision));
  end = put(image, end, 2, stead_decision_reason(decision));
  end = put(image, end, 3, stead_decision_remedy(decision));
  end = put(image, end, 4, stead_decision_grant_id(decision));
  (*env)->SetByteArrayRegion(env, into, 0, (jsize)end, (const jbyte*)image);
}
