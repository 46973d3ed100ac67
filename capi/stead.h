/*
 * Stead: acting on behalf of another person.
 *
 * This header is the whole product: one C function per use case, over an open store.
 *
 * Order of arguments, everywhere: the handle worked on, inputs, outputs, and last `stead_error** error`.
 *
 * Answers. A function that can fail returns a stead_status. Outputs are only written, never read: on success they
 *   hold the result, on failure they hold NULL or 0. `error` may be NULL; else it is set to NULL on success and to a
 *   new error object, which the caller frees, on failure. Getters return the value itself and never fail: NULL, "" or
 *   0 when there is none, also for a NULL or closed handle.
 * Memory. STEAD_LIMIT (outOfMemory) says that nothing was done; try again. All that an answer needs is asked for before
 *   the act is committed, so what was done is never told as failed for want of memory. Functions that do several things
 *   one after the other may have done the first of them, and go on there: stead_engine_run_due; stead_document_send,
 *   whose files are staged before it; stead_outbox_take, whose messages come back when their lease has run out; and
 *   reads that are audited (downloads, audit log, evidence), whose entry may stand although the answer was lost.
 * NULL. Every pointer is required unless its comment says "or NULL". A required NULL is STEAD_MISUSE (nullArgument),
 *   never a crash. So is a closed handle (closedHandle), a handle of another kind (foreignHandle), and an engine that
 *   was opened before a fork (forkedProcess). Every function may answer these and STEAD_INTERNAL; the comments do not
 *   repeat them, nor STEAD_BUSY, STEAD_STORAGE and STEAD_LIMIT (outOfMemory), which every function that reaches the
 *   store may answer.
 * Ids. GUIDs. Anything else as an id is STEAD_INVALID (malformedArgument), which the comments do not repeat either.
 * Text. UTF-8. Ids, e-mail addresses, tokens, pointers, operations and file names are NUL-terminated. Everything else,
 *   texts of people and bytes, travels as pointer and length in bytes; where it says so, STEAD_NUL_TERMINATED as the
 *   length measures the text itself. Text that comes back is NUL-terminated too, and its length does not count the NUL.
 * Numbers. Signed 64-bit; booleans are int32_t 0 or 1. Times are Unix milliseconds.
 * Records. Requests and answers are JSON objects; their members are fixed by docs/schema/, one file for the request and
 *   one for the answer of each function (stead_user_get: user_get.answer.schema.json).
 *   Requests refuse members they do not know; answers may gain members in a later version.
 * Ownership. Whoever gets an object through an output frees it with its `_free`, which takes NULL. Borrowed pointers
 *   say until when they live. Objects may be freed in any order: a child keeps what it needs of its parent alive.
 *   `_close` ends the work of a handle, waits for the calls that run on it, and leaves it safe to be called (misuse).
 * Threads. stead_engine and stead_session: any number of threads at once, but `_free` only when no call runs.
 *   stead_record, stead_upload, stead_decision, stead_decisions and stead_error: one thread at a time, const or not.
 * Sources of the rules are named as in docs/: "contract 2.7" is the REST contract that clients already speak, "design
 * 3" the architecture.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef STEAD_H
#define STEAD_H

#include <stdint.h>

#ifndef STEAD_API
#if defined(__GNUC__) && !defined(SWIG)
#define STEAD_API __attribute__((visibility("default")))
#else
#define STEAD_API
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------------------------------------------------
 * Version and constants
 */

#define STEAD_VERSION_MAJOR 0
#define STEAD_VERSION_MINOR 1
#define STEAD_VERSION_PATCH 0
#define STEAD_VERSION "0.1.0"

/* What the program was built against; stead_engine_open passes it on. */
#define STEAD_HEADER_VERSION (STEAD_VERSION_MAJOR * 1000000 + STEAD_VERSION_MINOR * 1000 + STEAD_VERSION_PATCH)

/* As a length: "the text ends with a NUL, measure it". */
#define STEAD_NUL_TERMINATED (-1)

/* For branching. What exactly happened says the code of the error object. Treat unknown values as STEAD_INTERNAL. */
typedef int32_t stead_status;
#define STEAD_OK 0
#define STEAD_INVALID 1         /* the request breaks a rule of form; the error names the fields */
#define STEAD_REFUSED 2         /* well formed, but not allowed; the error names the rule and the remedy */
#define STEAD_NOT_FOUND 3       /* no such thing, or none that the caller may see */
#define STEAD_CONFLICT 4        /* the state has moved, or the thing exists already */
#define STEAD_UNAUTHENTICATED 5 /* the credential is not good */
#define STEAD_LIMIT 6           /* a size or a rate exceeds its limit */
#define STEAD_BUSY 7            /* another writer held the store for too long; try again */
#define STEAD_STORAGE 8         /* the store could not be read or written, or does not fit */
#define STEAD_MISUSE 9          /* a defect in the calling program */
#define STEAD_INTERNAL 10       /* a defect in Stead */

/* What stands at a place of a record. */
#define STEAD_KIND_ABSENT 0
#define STEAD_KIND_NULL 1
#define STEAD_KIND_BOOLEAN 2
#define STEAD_KIND_INTEGER 3
#define STEAD_KIND_NUMBER 4 /* with a fraction */
#define STEAD_KIND_TEXT 5
#define STEAD_KIND_ARRAY 6
#define STEAD_KIND_OBJECT 7

/** Bytes of a host secret. */
#define STEAD_SECRET_BYTES 32

typedef struct stead_engine stead_engine;       /* an open store */
typedef struct stead_session stead_session;     /* an authenticated actor, optionally acting for one principal */
typedef struct stead_record stead_record;       /* a JSON object: a request or an answer */
typedef struct stead_upload stead_upload;       /* files that travel beside a record */
typedef struct stead_decision stead_decision;   /* allowed or refused, and why */
typedef struct stead_decisions stead_decisions; /* many questions and their decisions */
typedef struct stead_error stead_error;         /* why a call failed */

/** Version of the library that runs, e.g. "0.1.0". Static. Any thread. @since 0.1 */
STEAD_API const char* stead_version(void);

/** Name of a status ("ok", "invalid", "refused", "notFound", …), "internal" for unknown values. Static. Any thread.
 * @since 0.1 */
STEAD_API const char* stead_status_name(stead_status status);

/* ------------------------------------------------------------------------------------------------------------------
 * Errors. An object of its own, owned by the caller; nothing is remembered per thread. Source: design 8.
 * The borrowed texts live until stead_error_free.
 */

/** Status the failed call returned; STEAD_OK for NULL. @since 0.1 */
STEAD_API stead_status stead_error_status(const stead_error* error);
/** Stable code, e.g. "consentPending"; docs/errors.md lists them all. "" for NULL. Borrowed. @since 0.1 */
STEAD_API const char* stead_error_code(const stead_error* error);
/** One line for people: what was wrong and what to do. Never holds a secret. "" for NULL. Borrowed. @since 0.1 */
STEAD_API const char* stead_error_text(const stead_error* error);
/** 1 when the same call may succeed later without any change. @since 0.1 */
STEAD_API int32_t stead_error_retriable(const stead_error* error);
/** The verb that mends a refusal, e.g. "identity.resend"; "" where there is none. Borrowed. @since 0.1 */
STEAD_API const char* stead_error_remedy(const stead_error* error);
/** How many members of the request are at fault: all of them are reported at once. @since 0.1 */
STEAD_API int64_t stead_error_field_count(const stead_error* error);
/** RFC 6901 pointer of a member at fault, e.g. "/signers/0/email"; NULL beyond the count. Borrowed. @since 0.1 */
STEAD_API const char* stead_error_field_path(const stead_error* error, int64_t index);
/** What is wrong with that member; NULL beyond the count. Borrowed. @since 0.1 */
STEAD_API const char* stead_error_field_message(const stead_error* error, int64_t index);
/** Frees the error; NULL is fine. @since 0.1 */
STEAD_API void stead_error_free(stead_error* error);

/* ------------------------------------------------------------------------------------------------------------------
 * Records. Work without a JSON library. Source: design 8.
 *
 * A place is named by an RFC 6901 pointer: "/name", "/signers/0/email", "" for the record itself; "~1" stands for "/"
 * and "~0" for "~" inside a name. Setting makes what is missing on the way: an array when the next token is "0" or
 * "-", an object otherwise. "-" or an index equal to the count appends to an array. Where the name of a member is user
 * data (metadata keys, field ids), use stead_record_set_member and stead_record_member_text, which take it as it is.
 *
 * Limits: 1 MiB as JSON text, nesting of 64, integers within ±(2^53 - 1), well-formed UTF-8. Setters answer
 * STEAD_INVALID (malformedArgument: pointer, UTF-8, number, place; malformedRecord: nesting) or STEAD_LIMIT (tooLarge)
 * and then leave the record as it was.
 *
 * Borrowed text and keys live until the record is next changed or freed.
 */

/** Makes an empty record {}. @since 0.1 */
STEAD_API stead_status stead_record_new(stead_record** record, stead_error** error);
/** Reads JSON text of `length` bytes (or STEAD_NUL_TERMINATED). Refuses ill-formed UTF-8, duplicate members, nesting
 * over 64, numbers outside ±(2^53 - 1), a top level that is not an object (STEAD_INVALID malformedRecord) and more than
 * 1 MiB (STEAD_LIMIT tooLarge). `json` is not kept. @since 0.1 */
STEAD_API stead_status stead_record_parse(const char* json, int64_t length, stead_record** record, stead_error** error);
/** Makes a record of its own from the object at `pointer`. STEAD_INVALID (malformedArgument) when there is no object.
 * @since 0.1 */
STEAD_API stead_status stead_record_copy(const stead_record* record, const char* pointer, stead_record** copy,
                                         stead_error** error);
/** The record as compact JSON text; `length` (or NULL) gets its bytes. Borrowed. NULL when memory runs out. @since 0.1
 */
STEAD_API const char* stead_record_json(const stead_record* record, int64_t* length);

/** Sets a text of `length` bytes (or STEAD_NUL_TERMINATED). `text` may be NULL when `length` is 0: the empty text.
 * @since 0.1 */
STEAD_API stead_status stead_record_set_text(stead_record* record, const char* pointer, const char* text,
                                             int64_t length, stead_error** error);
/** Sets an integer within ±(2^53 - 1). @since 0.1 */
STEAD_API stead_status stead_record_set_integer(stead_record* record, const char* pointer, int64_t value,
                                                stead_error** error);
/** Sets a finite number within ±(2^53 - 1); a whole one becomes an integer. @since 0.1 */
STEAD_API stead_status stead_record_set_number(stead_record* record, const char* pointer, double value,
                                               stead_error** error);
/** Sets true (any value but 0) or false. @since 0.1 */
STEAD_API stead_status stead_record_set_boolean(stead_record* record, const char* pointer, int32_t value,
                                                stead_error** error);
/** Sets null, which is not the same as absent: in an update null clears. @since 0.1 */
STEAD_API stead_status stead_record_set_null(stead_record* record, const char* pointer, stead_error** error);
/** Sets an empty array []. @since 0.1 */
STEAD_API stead_status stead_record_set_array(stead_record* record, const char* pointer, stead_error** error);
/** Sets a copy of another record (or of the record itself, as it was before). @since 0.1 */
STEAD_API stead_status stead_record_set_record(stead_record* record, const char* pointer, const stead_record* value,
                                               stead_error** error);
/** In the object at `pointer` (made when missing) sets the member whose name is user data: `key` of `key_length` bytes
 * to a text of `text_length` bytes (either or STEAD_NUL_TERMINATED). `text` NULL with length 0 sets null, which in
 * metadata removes the key. @since 0.1 */
STEAD_API stead_status stead_record_set_member(stead_record* record, const char* pointer, const char* key,
                                               int64_t key_length, const char* text, int64_t text_length,
                                               stead_error** error);
/** Removes a member or an element; absent is fine. @since 0.1 */
STEAD_API stead_status stead_record_remove(stead_record* record, const char* pointer, stead_error** error);

/** One of STEAD_KIND_…; tells null from absent. STEAD_KIND_ABSENT for a bad pointer. @since 0.1 */
STEAD_API int32_t stead_record_kind(const stead_record* record, const char* pointer);
/** The text at `pointer`, NULL when there is no text; `length` (or NULL) gets its bytes. Borrowed. @since 0.1 */
STEAD_API const char* stead_record_text(const stead_record* record, const char* pointer, int64_t* length);
/** The integer at `pointer`, 0 when there is none. @since 0.1 */
STEAD_API int64_t stead_record_integer(const stead_record* record, const char* pointer);
/** The number at `pointer`, integers too; 0 when there is none. @since 0.1 */
STEAD_API double stead_record_number(const stead_record* record, const char* pointer);
/** 1 when true stands at `pointer`, else 0. @since 0.1 */
STEAD_API int32_t stead_record_boolean(const stead_record* record, const char* pointer);
/** Number of elements of the array or members of the object at `pointer`; 0 for anything else. @since 0.1 */
STEAD_API int64_t stead_record_count(const stead_record* record, const char* pointer);
/** Name of the member at `index` (0 = first; sorted by name) of the object at `pointer`; NULL beyond the count;
 * `length` (or NULL) gets its bytes. Takes time in proportion to `index`. Borrowed. @since 0.1 */
STEAD_API const char* stead_record_key_at(const stead_record* record, const char* pointer, int64_t index,
                                          int64_t* length);
/** The text of the member `key` (user data, `key_length` bytes or STEAD_NUL_TERMINATED) of the object at `pointer`;
 * NULL when there is no text; `length` (or NULL) gets its bytes. Borrowed. @since 0.1 */
STEAD_API const char* stead_record_member_text(const stead_record* record, const char* pointer, const char* key,
                                               int64_t key_length, int64_t* length);
/** Frees the record; NULL is fine. @since 0.1 */
STEAD_API void stead_record_free(stead_record* record);

/* ------------------------------------------------------------------------------------------------------------------
 * Uploads: the files of a send, in order. At most 25 files of 25 MB (25 * 1024 * 1024 bytes). Source: contract 4.5.
 */

/** Makes an upload without files. @since 0.1 */
STEAD_API stead_status stead_upload_new(stead_upload** upload, stead_error** error);
/** Adds a whole file; the bytes are copied. `name`: at most 250 code points, no control characters. STEAD_LIMIT
 * (tooLarge) beyond 25 files or 25 MB, STEAD_INVALID (malformedArgument) for a bad name; the upload is then as before.
 * @since 0.1 */
STEAD_API stead_status stead_upload_add_file(stead_upload* upload, const char* name, const void* bytes, int64_t length,
                                             stead_error** error);
/** Begins a file whose bytes follow by stead_upload_append, for data that streams in. Ends the file before it. Errors
 * as above. @since 0.1 */
STEAD_API stead_status stead_upload_begin_file(stead_upload* upload, const char* name, stead_error** error);
/** Appends bytes to the newest file. STEAD_LIMIT (tooLarge) beyond 25 MB: nothing is appended. STEAD_INVALID
 * (malformedArgument) when no file was begun. @since 0.1 */
STEAD_API stead_status stead_upload_append(stead_upload* upload, const void* bytes, int64_t length,
                                           stead_error** error);
/** Number of files; 0 for NULL. @since 0.1 */
STEAD_API int64_t stead_upload_count(const stead_upload* upload);
/** Frees the upload; NULL is fine. @since 0.1 */
STEAD_API void stead_upload_free(stead_upload* upload);

/* ------------------------------------------------------------------------------------------------------------------
 * Engine: an open store with its clock, secrets and decision cache. Source: design 7, 11.
 *
 * An engine belongs to the process that opened it: close before fork, open after it. A child process that still holds
 * one may only free it, which then gives back the handle and leaves the parent's store alone.
 */

/** Opens the store at `path`, making or migrating it as needed. Use the macro, which adds the header's version.
 *
 * `path`: the store file; beside it come -wal, -shm, .lock and, without a secret, .secret (mode 0600).
 * `options` (or NULL): durability "full" | "normal", busyTimeoutMs, publicUrl, productName, mailFrom,
 * mailAsDomains and mailOnBehalfDomains (lists of domains: see stead_mail_plan), texts (catalogues of mail texts by
 * locale, whole, beside or in the place of EN, DE, ES, FR, RO), logOrigin, consentLapseDays,
 * cacheBytesMax, readersMax, migrate "auto" | "never", expectCheckpoint (a checkpoint kept outside,
 * or a list of them: the store must still continue it), and for test stores testClockMs, testIdSeed. `secret` (or NULL
 * with `secret_length` 0): the host secret, STEAD_SECRET_BYTES random bytes, always the same for one store. It is
 * copied and wiped at the end. Links, access codes and signatures are derived from it. Without one the file beside the
 * store is used and stead_engine_warning says so.
 *
 * STEAD_INVALID: invalidRecord names every bad option, malformedArgument a secret of another length. STEAD_STORAGE:
 * storeNewer, storeOlder, storeForeign, secretMismatch, storeBehind and storeContradicts (expectCheckpoint),
 * storeFailed. STEAD_MISUSE: testOptionOnRealStore, headerMismatch, forkedProcess (the parent has this store open).
 * @since 0.1 */
STEAD_API stead_status stead_engine_open_v(int32_t header_version, const char* path, const stead_record* options,
                                           const void* secret, int64_t secret_length, stead_engine** engine,
                                           stead_error** error);
#define stead_engine_open(path, options, secret, secret_length, engine, error) \
  stead_engine_open_v(STEAD_HEADER_VERSION, path, options, secret, secret_length, engine, error)

/** Opens the store like stead_engine_open, while its host secret is rotated. `previous` (or NULL with `previous_length`
 * 0): one to four earlier secrets, STEAD_SECRET_BYTES each, one after the other. Links and access codes made under them
 * stay good as long as they are passed here; what is made is made under `secret`; checkpoints carry a signature of
 * each. The first open with a new `secret` moves the store to it: the log of every account gets an entry
 * account.rotateKey that names the verifier keys before and after, and from then on no other secret opens the store.
 * Errors as above. Source: design 7. @since 0.1 */
STEAD_API stead_status stead_engine_open_rotating_v(int32_t header_version, const char* path,
                                                    const stead_record* options, const void* secret,
                                                    int64_t secret_length, const void* previous,
                                                    int64_t previous_length, stead_engine** engine,
                                                    stead_error** error);
#define stead_engine_open_rotating(path, options, secret, secret_length, previous, previous_length, engine, error)    \
  stead_engine_open_rotating_v(STEAD_HEADER_VERSION, path, options, secret, secret_length, previous, previous_length, \
                               engine, error)

/** What the host should know of how the store was opened, "" when nothing; NULL after close. Borrowed until
 * stead_engine_free. @since 0.1 */
STEAD_API const char* stead_engine_warning(const stead_engine* engine);
/** Sets the clock of an engine that was opened with testClockMs; STEAD_MISUSE (testOptionOnRealStore) for any other.
 * `now_ms` is at least 1. @since 0.1 */
STEAD_API stead_status stead_engine_set_test_clock(stead_engine* engine, int64_t now_ms, stead_error** error);
/** Does the time-driven work that is due: scheduled sends (each decided again), expiry, lapsed consent requests, files
 * nobody references. Call it in a loop, from any process. `request` (or NULL) {maxSteps? (100)}; `answer`
 * {scheduledSent, expired, lapsed, orphansSwept, requestsForgotten, more, nextDueAt?}: call again at once while `more`,
 * else at `nextDueAt` at the latest. Source: design 3. @since 0.1 */
STEAD_API stead_status stead_engine_run_due(stead_engine* engine, const stead_record* request, stead_record** answer,
                                            stead_error** error);
/** Copies the store, as it is now, to a new file at `path` (mode 0600) while everybody goes on reading and writing:
 * {path, bytes, takenAt}. When it answers, file and folder are on disk; until it is whole the copy is called
 * <path>.part. The host secret is not part of it: keep both, apart. STEAD_CONFLICT (backupExists) when there is a file
 * already: nothing is ever overwritten. STEAD_STORAGE (storeFull, storeFailed), STEAD_INVALID (malformedArgument) for
 * an empty path. Source: design 7, docs/operations.md. @since 0.1 */
STEAD_API stead_status stead_engine_backup(stead_engine* engine, const char* path, stead_record** answer,
                                           stead_error** error);
/** Looks for damage: `request` (or NULL) {cursor?, maxSteps? (10, at most 1000)}; `answer` {ok, findings: [{check
 * ("pages" | "head" | "file"), table?, accountId?, text}], steps, nextCursor}: call again with the cursor until it is
 * null. A step reads one table with its indexes, the heads of a hundred audit trails, or about 32 MiB of files, which
 * are held against their hashes. Damage is an answer (STEAD_OK, ok false). That no entry of a trail was changed says
 * stead_audit_verify. STEAD_INVALID (invalidRecord). Source: design 7. @since 0.1 */
STEAD_API stead_status stead_engine_check(stead_engine* engine, const stead_record* request, stead_record** answer,
                                          stead_error** error);
/** Ends the work: waits for running calls, of its sessions too, and closes the store. Every later call on the engine or
 * its sessions is STEAD_MISUSE (closedHandle), this one too. @since 0.1 */
STEAD_API stead_status stead_engine_close(stead_engine* engine, stead_error** error);
/** Frees the handle; NULL is fine. The store stays open until the last session of the engine is freed, unless it was
 * closed. @since 0.1 */
STEAD_API void stead_engine_free(stead_engine* engine);

/* ------------------------------------------------------------------------------------------------------------------
 * Sessions: who acts, and for whom. The principal is a matter of the session, never of a record. Whether actor,
 * credential and consent are still good is asked inside every call. Source: design 1, 4.
 */

/** Opens a session for the user whose API key it is. STEAD_UNAUTHENTICATED (badCredential) for an unknown or revoked
 * key, STEAD_REFUSED (actorInactive) for a user who is not active. @since 0.1 */
STEAD_API stead_status stead_session_open_with_key(stead_engine* engine, const char* api_key, stead_session** session,
                                                   stead_error** error);
/** Opens a session for a user whom the host has authenticated itself; every audit entry says so. STEAD_NOT_FOUND
 * (userNotFound), STEAD_REFUSED (actorInactive). @since 0.1 */
STEAD_API stead_status stead_session_open_trusted(stead_engine* engine, const char* user_id, stead_session** session,
                                                  stead_error** error);
/** A session of the same actor acting for the person of that e-mail address, by that person's consent. No I/O: whether
 * consent exists is decided with each act. A principal of the given session is replaced, never chained; the actor's
 * own address means as oneself. STEAD_INVALID (malformedArgument) for what is not an address. @since 0.1 */
STEAD_API stead_status stead_session_on_behalf_of(const stead_session* session, const char* email,
                                                  stead_session** on_behalf, stead_error** error);
/** A session of the same actor acting for another user of the account by account-wide authority ("send on behalf of");
 * the account must have it switched on, the actor needs apiAccountWideAccess and allowSendOnBehalfOf. `who`: a user id,
 * an e-mail address, or "address;user name" where several users share one address. No I/O. The actor himself means as
 * oneself. STEAD_INVALID (malformedArgument). Source: design 4, sobo 1, 2. @since 0.1 */
STEAD_API stead_status stead_session_account_wide(const stead_session* session, const char* who,
                                                  stead_session** on_behalf, stead_error** error);
/** Id of the acting user. Borrowed until stead_session_free. @since 0.1 */
STEAD_API const char* stead_session_user_id(const stead_session* session);
/** Id of the account of the acting user. Borrowed until stead_session_free. @since 0.1 */
STEAD_API const char* stead_session_account_id(const stead_session* session);
/** E-mail address or user id of the principal as it was given, NULL when acting as oneself. Borrowed until
 * stead_session_free. @since 0.1 */
STEAD_API const char* stead_session_principal(const stead_session* session);
/** Ends the session: waits for its running calls; later ones are STEAD_MISUSE (closedHandle). Sessions made from it
 * live on.
 * @since 0.1 */
STEAD_API stead_status stead_session_close(stead_session* session, stead_error** error);
/** Frees the handle; NULL is fine. @since 0.1 */
STEAD_API void stead_session_free(stead_session* session);

/* ------------------------------------------------------------------------------------------------------------------
 * Decisions: may the actor do this, and for whom? A question, not an act: nothing is audited, and "refused" is an
 * answer (STEAD_OK). No question that starts after a revocation has returned, in any thread or process on the store, is
 * answered with "allowed". Source: design 4.
 */

/** Makes a decision object, to be reused: asking again into it does not allocate. It says "refused" until asked. @since
 * 0.1 */
STEAD_API stead_status stead_decision_new(stead_decision** decision, stead_error** error);
/** 1 = allowed, 0 = refused. @since 0.1 */
STEAD_API int32_t stead_decision_allowed(const stead_decision* decision);
/** What the answer rests on: "self", "grant", "accountWide"; "" when refused before that was known. Static. @since 0.1
 */
STEAD_API const char* stead_decision_authority(const stead_decision* decision);
/** Code of the first rule that refused, e.g. "consentPending"; NULL when allowed or not asked. Static. @since 0.1 */
STEAD_API const char* stead_decision_reason(const stead_decision* decision);
/** The verb that mends the refusal, "" where there is none; NULL when allowed or not asked. Static. @since 0.1 */
STEAD_API const char* stead_decision_remedy(const stead_decision* decision);
/** Id of the grant concerned, on refusals too; NULL when there is none. Borrowed until the object is used again or
 * freed.
 * @since 0.1 */
STEAD_API const char* stead_decision_grant_id(const stead_decision* decision);
/** Version of that grant, 0 when there is none. @since 0.1 */
STEAD_API int64_t stead_decision_grant_version(const stead_decision* decision);
/** Until when an allowed answer lasts by itself (the end of the grant), in ms; 0 = no end known. @since 0.1 */
STEAD_API int64_t stead_decision_valid_until(const stead_decision* decision);
/** Frees the object; NULL is fine. @since 0.1 */
STEAD_API void stead_decision_free(stead_decision* decision);

/** May the session do `operation` (e.g. "document.send")? `principal` (or NULL: as the session stands) is the e-mail
 * address of a person to act for by consent. STEAD_INVALID (malformedArgument) when it is no address; everything else,
 * an unknown operation too, is a decision. Answered from memory when warm, by the clock as it is: while a clock that
 * was set back stands before the account's newest entry, an act can be refused that this calls allowed, because a
 * trail's time never runs back. @since 0.1 */
STEAD_API stead_status stead_session_authorize(const stead_session* session, const char* operation,
                                               const char* principal, stead_decision* decision, stead_error** error);
/** The same about one document, with its document rule (design 4, step 5); reads the store. A document the session must
 * not know of is refused with documentNotFound. STEAD_INVALID (malformedArgument) when the id is no id. @since 0.1 */
STEAD_API stead_status stead_session_authorize_document(const stead_session* session, const char* operation,
                                                        const char* document_id, stead_decision* decision,
                                                        stead_error** error);
/** Asks as stead_session_authorize does and answers in words: {allowed, operation, authority, reason?, rule?, remedy?,
 * text, grantId?, grantVersion?, validUntil?}. @since 0.1 */
STEAD_API stead_status stead_session_explain(const stead_session* session, const char* operation, const char* principal,
                                             stead_record** answer, stead_error** error);
/** Asks as stead_session_authorize_document does and answers in words, as above. @since 0.1 */
STEAD_API stead_status stead_session_explain_document(const stead_session* session, const char* operation,
                                                      const char* document_id, stead_record** answer,
                                                      stead_error** error);

/** Makes an empty batch of questions. @since 0.1 */
STEAD_API stead_status stead_decisions_new(stead_decisions** decisions, stead_error** error);
/** Adds a question as for stead_session_authorize (`principal` or NULL). STEAD_LIMIT (tooLarge) beyond 10,000. @since
 * 0.1 */
STEAD_API stead_status stead_decisions_add(stead_decisions* decisions, const char* operation, const char* principal,
                                           stead_error** error);
/** Number of questions. @since 0.1 */
STEAD_API int64_t stead_decisions_count(const stead_decisions* decisions);
/** Answers every question of the batch; earlier answers are overwritten. On failure every question is unanswered
 * (refused).
 * @since 0.1 */
STEAD_API stead_status stead_session_authorize_all(const stead_session* session, stead_decisions* decisions,
                                                   stead_error** error);
/** 1 when the question at `index` was allowed; 0 when refused, not asked yet, or beyond the count. @since 0.1 */
STEAD_API int32_t stead_decisions_allowed(const stead_decisions* decisions, int64_t index);
/** Copies the decision at `index` into a decision object. STEAD_INVALID (malformedArgument) beyond the count. @since
 * 0.1 */
STEAD_API stead_status stead_decisions_get(const stead_decisions* decisions, int64_t index, stead_decision* decision,
                                           stead_error** error);
/** Takes all questions out, for reuse. @since 0.1 */
STEAD_API stead_status stead_decisions_clear(stead_decisions* decisions, stead_error** error);
/** Frees the batch; NULL is fine. @since 0.1 */
STEAD_API void stead_decisions_free(stead_decisions* decisions);

/** The table of operations: {items: [{name, roles, ownRoles, delegable, accountWide, documentRule}]}. Needs no
 * engine. Source: design 4, 11.
 * @since 0.1 */
STEAD_API stead_status stead_operation_list(stead_record** answer, stead_error** error);
/** "For whom may I act": the session's identities with their grants, {cursor?, pageSize?} (or NULL) → {items:
 * [{identityId, name, email, status, grant?, mayActNow}], nextCursor, total, totalCapped}. @since 0.1 */
STEAD_API stead_status stead_grant_list_principals(const stead_session* session, const stead_record* request,
                                                   stead_record** answer, stead_error** error);
/** "Who may act for me": grants given by the session's user; an Admin or Auditor may ask for the whole account. {all?,
 * cursor?, pageSize?} (or NULL) → {items: [{grantId, version, actor {id, name, email}, principal {name, email},
 * operations, from?, until?, bornAt, endedAt?, endReason?}], nextCursor, total, totalCapped}. STEAD_REFUSED
 * (lacksRole). @since 0.1 */
STEAD_API stead_status stead_grant_list_actors(const stead_session* session, const stead_record* request,
                                               stead_record** answer, stead_error** error);

/* ------------------------------------------------------------------------------------------------------------------
 * Verbs. Every one is a transaction of its own: when it has returned STEAD_OK, state, audit entry and planned mails are
 * on disk together (durability "full"); on failure nothing of it is, but a refusal of a known actor is audited.
 *
 * Common errors of verbs on a session, not repeated below: STEAD_REFUSED with the reasons of design 4 (actorInactive,
 * lacksRole, noIdentity, consentPending, consentDenied, consentRevoked, grantNotStarted, grantEnded,
 * operationNotGranted, operationNotDelegable, …) and STEAD_INVALID (invalidRecord with all fields at fault;
 * notSupportedYet for members of the contract that have no effect yet and do not hold their default).
 * Creates take `requestId` (≤ 100 bytes): a retry within 24 h gets the first answer back, the same id with another body
 * is STEAD_CONFLICT (requestIdReused). Updates take `version` as read: STEAD_CONFLICT (versionMoved) when it has moved.
 * Lists take pageSize (1 to 100, default 10) and cursor or page, and answer {items, nextCursor, total, totalCapped}.
 */

/* --- accounts. Source: design 3 ----------------------------------------------------------------------------------- */

/** Makes an account with its first Admin, who is active at once; a verb of the host. {name, admin {name, email},
 * requestId?} → {id, number, name, logOrigin, accountWide, adminUserId, createdAt}. @since 0.1 */
STEAD_API stead_status stead_account_create(stead_engine* engine, const stead_record* request, stead_record** answer,
                                            stead_error** error);
/** An account by its id; a verb of the host. STEAD_NOT_FOUND (accountNotFound). @since 0.1 */
STEAD_API stead_status stead_account_get(stead_engine* engine, const char* account_id, stead_record** answer,
                                         stead_error** error);
/** {name?, accountWide?} by an Admin → account. `accountWide` switches account-wide authority on or off. @since 0.1 */
STEAD_API stead_status stead_account_update(const stead_session* session, const stead_record* request,
                                            stead_record** answer, stead_error** error);

/* --- users, teams, API keys. Source: contract 3, design 3 -----------------------------------------------------------
 */

/** Invites a user and plans the mail with the link. {email, name?, role? ("Member"), teamId?, metaData?, requestId?} →
 * user. STEAD_CONFLICT (userExists), STEAD_NOT_FOUND (teamNotFound). @since 0.1 */
STEAD_API stead_status stead_user_invite(const stead_session* session, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/** Invites 1 to 100 users, all or nobody. {users: [{email, name?, role?, teamId?, metaData?}], requestId?} → {users:
 * [user]} in the order asked for. Errors name the item: /users/0/email. STEAD_CONFLICT (userExists), STEAD_NOT_FOUND
 * (teamNotFound). Source: contract 3.1. @since 0.1 */
STEAD_API stead_status stead_user_invite_all(const stead_session* session, const stead_record* request,
                                             stead_record** answer, stead_error** error);
/** Mails a new invitation link while the user is InvitationPending; the old link is dead → user. STEAD_REFUSED
 * (wrongState), STEAD_NOT_FOUND (userNotFound). Source: contract 3.1. @since 0.1 */
STEAD_API stead_status stead_user_resend_invitation(const stead_session* session, const char* user_id,
                                                    stead_record** answer, stead_error** error);
/** Takes an invitation back while the user is InvitationPending: the user is gone, the link is dead → {id}.
 * STEAD_REFUSED (wrongState), STEAD_NOT_FOUND (userNotFound). Source: contract 3.1. @since 0.1 */
STEAD_API stead_status stead_user_cancel_invitation(const stead_session* session, const char* user_id,
                                                    stead_record** answer, stead_error** error);
/** By the invited person, with the token of the invitation link: {name, ip?, userAgent?} → user, Active.
 * STEAD_NOT_FOUND (linkNotFound) for any token that is not the living one. @since 0.1 */
STEAD_API stead_status stead_user_accept(stead_engine* engine, const char* token, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/** A user of the account: {id, accountId, email, name, role, teamId?, teamName?, status, apiAccountWideAccess,
 * allowSendOnBehalfOf, metaData, version, createdAt, updatedAt}. STEAD_NOT_FOUND (userNotFound). @since 0.1 */
STEAD_API stead_status stead_user_get(const stead_session* session, const char* user_id, stead_record** answer,
                                      stead_error** error);
/** Users of the account, newest first: (or NULL) {page?, pageSize?, cursor?, search?, userIds?, teamId?}. `search`:
 * part of a name, an e-mail address or an id; at most 5000 users are looked at a call, then totalCapped is true and
 * nextCursor goes on. `userIds`: at most 100. STEAD_NOT_FOUND (teamNotFound). Source: contract 3.1. @since 0.1 */
STEAD_API stead_status stead_user_list(const stead_session* session, const stead_record* request, stead_record** answer,
                                       stead_error** error);
/** {name?, role?, apiAccountWideAccess?, allowSendOnBehalfOf?, metaData?, version?} → user. Metadata merges: "" or null
 * removes a key, absent keeps it. STEAD_REFUSED (lastAdmin), STEAD_NOT_FOUND (userNotFound). Source: contract 3.1.
 * @since 0.1 */
STEAD_API stead_status stead_user_update(const stead_session* session, const char* user_id, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/*
 * Changes that reach identities and documents answer what they do as {plan: {id, applied, counts {identityRevoked,
 * documentMovedAlong, documentHandedOver, documentRevoked, documentDeclined}, effects [{kind, id}], effectsCapped}}:
 * all effects counted, the first 100 shown. With `dryRun` true nothing is changed. The plan's id given back as `planId`
 * makes the change only while its effects, and all they touch, are what was shown: else STEAD_CONFLICT (planChanged).
 * One change hands over or ends at most 2000 documents, else STEAD_LIMIT (tooLarge).
 */

/** {toTeamId, transferDocumentsToUserId?, version?, dryRun?, planId?} → user + plan, in another team. Leaving a team
 * revokes all sender identities of the user. Documents go along; or to the Active user who is named, who needs consents
 * of his own: then documents under way are revoked, and where the moved user is waited for as a signer he declines.
 * STEAD_REFUSED (wrongState), STEAD_NOT_FOUND (userNotFound, teamNotFound). Source: contract 3.1. @since 0.1 */
STEAD_API stead_status stead_user_change_team(const stead_session* session, const char* user_id,
                                              const stead_record* request, stead_record** answer, stead_error** error);
/** {toUserId?, version?, dryRun?, planId?} (or NULL) → user + plan, Deactivated. All sender identities of the user
 * become Revoked. Documents stay, or go to the user named as for stead_user_change_team. STEAD_REFUSED (lastAdmin,
 * wrongState), STEAD_NOT_FOUND (userNotFound). @since 0.1 */
STEAD_API stead_status stead_user_deactivate(const stead_session* session, const char* user_id,
                                             const stead_record* request, stead_record** answer, stead_error** error);
/** {version?} (or NULL) → user, Active. Revoked identities stay revoked. STEAD_REFUSED (wrongState), STEAD_NOT_FOUND
 * (userNotFound). @since 0.1 */
STEAD_API stead_status stead_user_reactivate(const stead_session* session, const char* user_id,
                                             const stead_record* request, stead_record** answer, stead_error** error);
/** {teamId (null: no team), version?, dryRun?, planId?} → user + plan, as of stead_user_change_team. Leaving a team
 * revokes all sender identities of the user.
 * STEAD_NOT_FOUND (userNotFound, teamNotFound). Source: contract 3.1. @since 0.1 */
STEAD_API stead_status stead_team_assign(const stead_session* session, const char* user_id, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/** {name, requestId?} → team {id, name, version, createdAt, updatedAt}. STEAD_CONFLICT (teamExists). @since 0.1 */
STEAD_API stead_status stead_team_create(const stead_session* session, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/** A team with its members: team + {members: [{id, email, name, role, status}], membersCapped}. The newest 1000 are
 * shown; stead_user_list with teamId shows all. STEAD_NOT_FOUND (teamNotFound). Source: contract 3.2. @since 0.1 */
STEAD_API stead_status stead_team_get(const stead_session* session, const char* team_id, stead_record** answer,
                                      stead_error** error);
/** Teams, newest first: (or NULL) {page?, pageSize?, cursor?, search?}. `search`: part of a name or an id. Source:
 * contract 3.2. @since 0.1 */
STEAD_API stead_status stead_team_list(const stead_session* session, const stead_record* request, stead_record** answer,
                                       stead_error** error);
/** {name, version?} → team. STEAD_CONFLICT (teamExists), STEAD_NOT_FOUND (teamNotFound). Source: contract 3.2.
 * @since 0.1 */
STEAD_API stead_status stead_team_rename(const stead_session* session, const char* team_id, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/** An API key for the session's user: {name, requestId?} → {id, name, key, createdAt}, the only answer that ever holds
 * the key. @since 0.1 */
STEAD_API stead_status stead_api_key_create(const stead_session* session, const stead_record* request,
                                            stead_record** answer, stead_error** error);
/** The session user's keys: (or NULL) {cursor?, pageSize?} → items {id, name, createdAt, revokedAt?}. @since 0.1 */
STEAD_API stead_status stead_api_key_list(const stead_session* session, const stead_record* request,
                                          stead_record** answer, stead_error** error);
/** Revokes an own key, or any key of the account for an Admin; sessions opened with it are dead when this returns →
 * apiKey. STEAD_NOT_FOUND (apiKeyNotFound). @since 0.1 */
STEAD_API stead_status stead_api_key_revoke(const stead_session* session, const char* key_id, stead_record** answer,
                                            stead_error** error);

/* --- sender identities: the creator's side. Only the creator sees, lists, changes or uses one. `id_or_email`: the
 *     identity's id or the owner's e-mail address. Source: contract 2, design 3 ---------------------------------------
 */

/** Asks a person for consent. {name (≤ 80), email (≤ 250 bytes), notificationSettings?, brandId?, redirectUrl?,
 * metaData?, locale?, operations?, from?, until?, requestId?} → identity, Pending; the consent mail is planned.
 * STEAD_CONFLICT (identityExists), STEAD_REFUSED (selfApproval), STEAD_LIMIT (tooMany mails to the address in 24 h).
 * Source: contract 2.2, 2.7. @since 0.1 */
STEAD_API stead_status stead_identity_create(const stead_session* session, const stead_record* request,
                                             stead_record** answer, stead_error** error);
/** {id, name, email, status, createdBy, approvedAt?, lapsedAt?, requestedAt, notificationSettings, brandId?,
 * redirectUrl?, locale, metaData, consentRound, operations, from?, until?, grant?, version, createdAt, updatedAt}.
 * STEAD_NOT_FOUND (identityNotFound). Source: contract 2.4. @since 0.1 */
STEAD_API stead_status stead_identity_get(const stead_session* session, const char* id_or_email, stead_record** answer,
                                          stead_error** error);
/** {page?, pageSize?, cursor?, search? (name or e-mail), brandIds?} (or NULL) → identities, newest first. @since 0.1 */
STEAD_API stead_status stead_identity_list(const stead_session* session, const stead_record* request,
                                           stead_record** answer, stead_error** error);
/** At least one of name, redirectUrl, metaData, notificationSettings, locale; version? → identity. Metadata and
 * settings are partial. On a Verified identity the owner is told of a new name or new settings. STEAD_NOT_FOUND
 * (identityNotFound). Source: contract 2.2. @since 0.1 */
STEAD_API stead_status stead_identity_update(const stead_session* session, const char* id_or_email,
                                             const stead_record* request, stead_record** answer, stead_error** error);
/** Mails the request again in a new consent round; the old link is dead → identity. Only while Pending: STEAD_REFUSED
 * (wrongState). STEAD_LIMIT (tooMany), STEAD_NOT_FOUND (identityNotFound). Source: contract 2.5. @since 0.1 */
STEAD_API stead_status stead_identity_resend(const stead_session* session, const char* id_or_email,
                                             stead_record** answer, stead_error** error);
/** Asks again after Denied, Revoked or the end of the grant: (or NULL) {operations?, from?, until?} → identity,
 * Pending. STEAD_REFUSED (wrongState, consentDenied when the owner wants no more questions), STEAD_LIMIT (tooMany),
 * STEAD_NOT_FOUND (identityNotFound). Source: contract 2.5, design 3. @since 0.1 */
STEAD_API stead_status stead_identity_rerequest(const stead_session* session, const char* id_or_email,
                                                const stead_record* request, stead_record** answer,
                                                stead_error** error);
/** Deletes the identity; its grant ends, the owner is told; documents keep the name they were sent with → {id}.
 * STEAD_NOT_FOUND (identityNotFound). @since 0.1 */
STEAD_API stead_status stead_identity_delete(const stead_session* session, const char* id_or_email,
                                             stead_record** answer, stead_error** error);
/** How consent was asked and given, for the creator or an Auditor: {identityId, rounds: [{round, askedAt, answer?,
 * answeredAt?, locale?, text?, textHash?, proof?, auditIndex?}]}. STEAD_NOT_FOUND (identityNotFound). @since 0.1 */
STEAD_API stead_status stead_identity_evidence(const stead_session* session, const char* id_or_email,
                                               stead_record** answer, stead_error** error);

/* --- sender identities: the owner's side, by the token of a mailed link; no account needed. A token that is not the
 *     living one is STEAD_NOT_FOUND (linkNotFound) in each of them. Source: design 3
 * ------------------------------------ */

/** What the owner is asked, or what is granted: consent or revoke token → {kind ("consent" | "grant"), identityId,
 * status, owner, creator, accountName, productName, text, textHash, locale, operations, from?, until?, redirectUrl?,
 * lapsed, grant?}. Changes nothing. @since 0.1 */
STEAD_API stead_status stead_owner_look(stead_engine* engine, const char* token, stead_record** answer,
                                        stead_error** error);
/** Consent token: {textHash (of the text that was shown), operations?, from?, until? (only narrower than asked), ip?,
 * userAgent?} → {identityId, status, grant, redirectUrl?}. STEAD_CONFLICT (textMoved: show it again), STEAD_REFUSED
 * (linkedElsewhere, wrongState). @since 0.1 */
STEAD_API stead_status stead_owner_approve(stead_engine* engine, const char* token, const stead_record* request,
                                           stead_record** answer, stead_error** error);
/** Consent token: (or NULL) {neverAskAgain?, ip?, userAgent?} → {identityId, status, redirectUrl?}. @since 0.1 */
STEAD_API stead_status stead_owner_deny(stead_engine* engine, const char* token, const stead_record* request,
                                        stead_record** answer, stead_error** error);
/** Revoke token: {operations?, from?, until? (only narrower), ip?, userAgent?} → {identityId, status, grant}; the
 * grant's version goes up. STEAD_REFUSED (grantEnded, wrongState). @since 0.1 */
STEAD_API stead_status stead_owner_narrow(stead_engine* engine, const char* token, const stead_record* request,
                                          stead_record** answer, stead_error** error);
/** Revoke token: (or NULL) {ip?, userAgent?} → {identityId, status, grant}. When this returns, no decision that starts
 * later, in any process, says allowed. @since 0.1 */
STEAD_API stead_status stead_owner_revoke(stead_engine* engine, const char* token, const stead_record* request,
                                          stead_record** answer, stead_error** error);

/* --- brands: how mails and pages look. By an Admin; everybody of the account may look. Colours are #rgb, #rrggbb or
 *     names of CSS. Source: contract 5
 * -------------------------------------------------------------------------------------------------- */

/** Makes a brand, with its logo as the only file of `upload`: JPEG, PNG or SVG by content, at most 1 MB; an SVG with
 * scripts or references outside of it is refused. {name (≤ 80), isDefault?, backgroundColor?, buttonColor?,
 * buttonTextColor?, emailDisplayName?, disclaimerTitle?, disclaimerDescription?, redirectUrl?, canHideTagLine?,
 * combineAuditTrail?, combineAttachments?, excludeAuditTrailFromEmail?, emailSignedDocument? ("Attachment" |
 * "DocumentLink"), documentTimeZone?, showBuiltInFormFields?, allowCustomFieldCreation?, showSharedCustomFields?,
 * hideDecline? (signers cannot decline), hideSave?, documentExpirySettings? {expiryDateType ("Days" | "Hours"),
 * expiryValue: of documents that do not say it themselves}, customDomainSettings? {domainName, fromName},
 * signatureFrameSettings? {enableSignatureFrame, showRecipientName, showRecipientEmail, showTimeStamp}, requestId?} →
 * brand. STEAD_REFUSED (lacksRole), STEAD_LIMIT (tooLarge: a larger logo, or more than 100 brands), STEAD_INVALID
 * (malformedFile). @since 0.1 */
STEAD_API stead_status stead_brand_create(const stead_session* session, const stead_record* request,
                                          const stead_upload* upload, stead_record** answer, stead_error** error);
/** {id, name, logo {type, size, sha256}, isDefault, …, isDomainVerified, version, createdAt, updatedAt}.
 * STEAD_NOT_FOUND (brandNotFound). @since 0.1 */
STEAD_API stead_status stead_brand_get(const stead_session* session, const char* brand_id, stead_record** answer,
                                       stead_error** error);
/** {items}: all brands of the account, oldest first. @since 0.1 */
STEAD_API stead_status stead_brand_list(const stead_session* session, stead_record** answer, stead_error** error);
/** Changes what `request` (or NULL) names, with members as in stead_brand_create and version?; an empty text takes a
 * text away. A file in `upload` (or NULL) is the new logo. Documents that were sent keep the brand as it was → brand.
 * STEAD_REFUSED (lacksRole), STEAD_NOT_FOUND (brandNotFound), STEAD_CONFLICT (versionMoved). @since 0.1 */
STEAD_API stead_status stead_brand_update(const stead_session* session, const char* brand_id,
                                          const stead_record* request, const stead_upload* upload,
                                          stead_record** answer, stead_error** error);
/** Deletes a brand that no sender identity names and no document that is still to be sent or signed → {id}.
 * STEAD_REFUSED (lacksRole), STEAD_NOT_FOUND (brandNotFound), STEAD_CONFLICT (brandInUse). @since 0.1 */
STEAD_API stead_status stead_brand_delete(const stead_session* session, const char* brand_id, stead_record** answer,
                                          stead_error** error);
/** Makes it the default: documents get it that name no brand and whose sender identity names none → brand.
 * STEAD_REFUSED (lacksRole), STEAD_NOT_FOUND (brandNotFound). @since 0.1 */
STEAD_API stead_status stead_brand_make_default(const stead_session* session, const char* brand_id,
                                                stead_record** answer, stead_error** error);
/** Reads the logo by parts, as stead_document_download reads files; `info` (or NULL) gets {name, type, size, sha256}.
 * Not audited. STEAD_NOT_FOUND (brandNotFound). @since 0.1 */
STEAD_API stead_status stead_brand_logo(const stead_session* session, const char* brand_id, int64_t offset,
                                        void* buffer, int64_t buffer_size, int64_t* bytes_read, stead_record** info,
                                        stead_error** error);

/* --- documents: the sender's side. Answers of acts carry actorId, principal, authority, grantId, grantVersion. A
 *     document that the session must not know of is STEAD_NOT_FOUND (documentNotFound). An act on a document that was
 * sent for somebody, without naming that principal, is STEAD_REFUSED (principalRequired). Source: contract 4, design 3
 * ---- */

/** Sends for signature, as oneself or for the session's principal. Record of contract 4.5 (title, message, signers with
 * fields, cc, expiry, labels, metaData, scheduledSendAt, requestId, …) and the files in `upload` → {id, status
 * ("InProgress" | "Scheduled"), title, createdAt, sentAt?, scheduledSendAt?, expiresAt, files, signers, version}.
 * STEAD_INVALID names every field at once; malformedFile for a file that cannot be read; STEAD_LIMIT (tooLarge). @since
 * 0.1 */
STEAD_API stead_status stead_document_send(const stead_session* session, const stead_record* request,
                                           const stead_upload* upload, stead_record** answer, stead_error** error);
/** A document with signers, files, settings and history. Not audited. Source: contract 4.6. @since 0.1 */
STEAD_API stead_status stead_document_get(const stead_session* session, const char* document_id, stead_record** answer,
                                          stead_error** error);
/** Documents sent as oneself, newest first: (or NULL) {page?, pageSize?, cursor?, status?, search?, transmitType?
 * ("Sent" unless "Received" or "Both"), startAt?, endAt?, dateFilterType? ("SentBetween" | "Expiring"), labels?,
 * brandIds?, sentBy?, recipients?}. `status`: words of a document, and WaitingForMe, WaitingForOthers, NeedAttention,
 * as it looks to the caller. Of a list of values one is enough. A filter looks at 5000 documents at most; then
 * totalCapped is true and nextCursor goes on looking. What is in the trash is not listed. Source: contract 4.2. @since
 * 0.1 */
STEAD_API stead_status stead_document_list(const stead_session* session, const stead_record* request,
                                           stead_record** answer, stead_error** error);
/** The same of the users of the actor's team (TeamAdmin) or of the account (Admin): (or NULL) {as above without sentBy
 * and recipients, userIds?, teamIds?}. STEAD_REFUSED (lacksRole). Source: contract 4.2. @since 0.1 */
STEAD_API stead_status stead_document_team_list(const stead_session* session, const stead_record* request,
                                                stead_record** answer, stead_error** error);
/** Documents sent on behalf: (or NULL) {pageType? ("BehalfOfOthers" | "BehalfOfMe"), page?, pageSize?, cursor?,
 * status?, search?, startAt?, endAt?, labels?, brandIds?, identityEmail? or identityEmails?, signers?}. Source:
 * contract 4.2. @since 0.1 */
STEAD_API stead_status stead_document_behalf_list(const stead_session* session, const stead_record* request,
                                                  stead_record** answer, stead_error** error);
/** {message, version?} → {id, status, version, …}. STEAD_REFUSED (wrongState). @since 0.1 */
STEAD_API stead_status stead_document_revoke(const stead_session* session, const char* document_id,
                                             const stead_record* request, stead_record** answer, stead_error** error);
/** (or NULL) {signerEmails?, message?} → {id, reminded, …}. STEAD_REFUSED (wrongState), STEAD_NOT_FOUND
 * (signerNotFound).
 * @since 0.1 */
STEAD_API stead_status stead_document_remind(const stead_session* session, const char* document_id,
                                             const stead_record* request, stead_record** answer, stead_error** error);
/** {signerId? or signerEmail + signerOrder?, accessCode, version?} → {id, signerId, version, …}. STEAD_REFUSED
 * (wrongState), STEAD_NOT_FOUND (signerNotFound). @since 0.1 */
STEAD_API stead_status stead_document_change_access_code(const stead_session* session, const char* document_id,
                                                         const stead_record* request, stead_record** answer,
                                                         stead_error** error);
/** Gives documents another holder. {documentIds (1 to 100), toUserId, dryRun?, planId?} → {toUserId, documents [{id,
 * version}], plan, …}; of the plan see stead_user_change_team. By the holder, or by who may manage every document of
 * the account. Who sent a document and by what right stays; the new holder needs a consent of his own to act for its
 * principal. STEAD_REFUSED (wrongState), STEAD_NOT_FOUND (documentNotFound, userNotFound). Source: design 3.
 * @since 0.1 */
STEAD_API stead_status stead_document_hand_over(const stead_session* session, const stead_record* request,
                                                stead_record** answer, stead_error** error);
/** Moves the deadline to a later moment, at most 180 days away; what had Expired is under way again: {expiresAt,
 * version?} → {id, status, expiresAt, version, …}. STEAD_REFUSED (wrongState) unless InProgress or Expired. Source:
 * contract 4.3. @since 0.1 */
STEAD_API stead_status stead_document_extend_expiry(const stead_session* session, const char* document_id,
                                                    const stead_record* request, stead_record** answer,
                                                    stead_error** error);
/** Adds labels; one that stands already changes nothing: {tags, version?} → {id, labels, version, …}. They belong to
 * the holder, so the session carries no principal. STEAD_REFUSED (wrongState) in the trash. Source: contract 4.1.
 * @since 0.1 */
STEAD_API stead_status stead_document_add_tags(const stead_session* session, const char* document_id,
                                               const stead_record* request, stead_record** answer, stead_error** error);
/** Takes labels away; one that does not stand changes nothing: {tags, version?} → {id, labels, version, …}. They belong
 * to the holder, so the session carries no principal. STEAD_REFUSED (wrongState) in the trash. Source: contract 4.1.
 * @since 0.1 */
STEAD_API stead_status stead_document_delete_tags(const stead_session* session, const char* document_id,
                                                  const stead_record* request, stead_record** answer,
                                                  stead_error** error);
/** Deletes what is Draft, Completed, Declined or Revoked: (or NULL) {deletePermanently?, version?} → {id, permanently,
 * goneAt?, …}. It goes to the trash, out of the holder's lists, and stead_engine_run_due removes it after 30 days;
 * permanently, at once. Its entries stay in the audit trail. STEAD_REFUSED (wrongState). Source: contract 4.3. @since
 * 0.1 */
STEAD_API stead_status stead_document_delete(const stead_session* session, const char* document_id,
                                             const stead_record* request, stead_record** answer, stead_error** error);
/** Puts another person in the place of a signer who is not done, while Scheduled or InProgress: {signerId? or
 * signerEmail + signerOrder?, newSignerName, newSignerEmail?, reason, version?} → {id, signerId, version, …}. The link
 * of the one before dies, and he is told; without newSignerEmail only the name changes. STEAD_REFUSED (wrongState),
 * STEAD_NOT_FOUND (signerNotFound). Source: contract 4.3. @since 0.1 */
STEAD_API stead_status stead_document_change_recipient(const stead_session* session, const char* document_id,
                                                       const stead_record* request, stead_record** answer,
                                                       stead_error** error);
/** Fills in text and check boxes of signers who are not done, while Scheduled or InProgress: {values {field id: text},
 * version?} → {id, fields, version, …}; "" or null empties a field. STEAD_INVALID names values that do not fit as
 * "/values/<field id>"; STEAD_REFUSED (wrongState). Source: contract 4.1 prefillFields. @since 0.1 */
STEAD_API stead_status stead_document_prefill(const stead_session* session, const char* document_id,
                                              const stead_record* request, stead_record** answer, stead_error** error);
/** Downloads a file by parts: up to `buffer_size` bytes from `offset` of file `file_index` (0 = first) go into
 * `buffer`, `bytes_read` gets how many; 0 at the end. `info` (or NULL) gets {name, type, size, sha256}. `buffer` may be
 * NULL when `buffer_size` is 0: only the info. The call with offset 0 is audited. STEAD_NOT_FOUND (fileNotFound),
 * STEAD_INVALID (malformedArgument) for a negative number. @since 0.1 */
STEAD_API stead_status stead_document_download(const stead_session* session, const char* document_id,
                                               int64_t file_index, int64_t offset, void* buffer, int64_t buffer_size,
                                               int64_t* bytes_read, stead_record** info, stead_error** error);
/** The audit certificate of a document that has ended, a PDF, by parts as stead_document_download: who sent it, in
 * whose name and by what right, the consent, the signers, the hashes of the files, what happened, the signed head of
 * the log, how to verify it and what it does not prove. Made once for each end, so that all parts agree. The call with
 * offset 0 is audited as document.auditLog. STEAD_REFUSED (wrongState: not ended yet). Source: design 6. @since 0.1 */
STEAD_API stead_status stead_document_certificate(const stead_session* session, const char* document_id, int64_t offset,
                                                  void* buffer, int64_t buffer_size, int64_t* bytes_read,
                                                  stead_record** info, stead_error** error);
/** The finished document once it is Completed, by parts as stead_document_download: {format? "Combined" (one PDF: the
 * pages of all files with what the signers filled in, pictures turned into pages) | "Individually" (a zip: each file as
 * a PDF, Word documents as they were sent)} (or NULL). `info` (or NULL) gets {name, type ("pdf" | "zip"), size,
 * sha256}. Made once, so that all parts agree. The call with offset 0 is audited as document.download. Values stand
 * where their fields were, in points from the top left corner of the page as it is seen; a picture becomes a page of
 * its own shape, 842 points at its longer side at most. STEAD_REFUSED (wrongState: not Completed; cannotRender: a Word
 * document has no pages here, or a file cannot be written into), STEAD_LIMIT (tooLarge: more than 200 MB together).
 * @since 0.1 */
STEAD_API stead_status stead_document_finished(const stead_session* session, const char* document_id,
                                               const stead_record* request, int64_t offset, void* buffer,
                                               int64_t buffer_size, int64_t* bytes_read, stead_record** info,
                                               stead_error** error);
/** A host verb: hands in the finished document that the host made itself, one PDF, in place of Stead's, e.g. where
 * Stead cannot render a file → {id, file {name, type, size, sha256}}; audited as an act of the host. STEAD_NOT_FOUND
 * (documentNotFound), STEAD_REFUSED (wrongState: not Completed), STEAD_INVALID (malformedFile), STEAD_LIMIT (tooLarge).
 * @since 0.1 */
STEAD_API stead_status stead_document_finish(stead_engine* engine, const char* document_id, const stead_upload* upload,
                                             stead_record** answer, stead_error** error);
/** {documentId, title, entries, checkpoint}; audited. @since 0.1 */
STEAD_API stead_status stead_document_audit_log(const stead_session* session, const char* document_id,
                                                stead_record** answer, stead_error** error);

/* --- documents: the signer's side, by the token of the sign link. The host owns the ceremony. Every request may hold
 *     accessCode, ip, userAgent. STEAD_NOT_FOUND (linkNotFound), STEAD_REFUSED (accessCodeRequired, accessCodeWrong,
 *     signerLocked, signingOrder, wrongState). Source: contract 4.3, design 3
 * -------------------------------------------- */

/** (or NULL) → {documentId, title, message, privateMessage, status, senderName, senderEmail, behalfOf?, signer, files,
 * expiresAt, yourTurn}; the view is recorded. @since 0.1 */
STEAD_API stead_status stead_signer_view(stead_engine* engine, const char* token, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/** Reads a file as stead_document_download does; `request` (or NULL). @since 0.1 */
STEAD_API stead_status stead_signer_download(stead_engine* engine, const char* token, const stead_record* request,
                                             int64_t file_index, int64_t offset, void* buffer, int64_t buffer_size,
                                             int64_t* bytes_read, stead_record** info, stead_error** error);
/** The certificate for a signer once the document has ended by signing or declining, as stead_document_certificate;
 * `request` (or NULL). STEAD_REFUSED (wrongState). @since 0.1 */
STEAD_API stead_status stead_signer_certificate(stead_engine* engine, const char* token, const stead_record* request,
                                                int64_t offset, void* buffer, int64_t buffer_size, int64_t* bytes_read,
                                                stead_record** info, stead_error** error);
/** The finished document for a signer, as stead_document_finished; `request` (or NULL) may hold format. STEAD_REFUSED
 * (wrongState, cannotRender), STEAD_LIMIT (tooLarge). @since 0.1 */
STEAD_API stead_status stead_signer_finished(stead_engine* engine, const char* token, const stead_record* request,
                                             int64_t offset, void* buffer, int64_t buffer_size, int64_t* bytes_read,
                                             stead_record** info, stead_error** error);
/** {values {field id: text}} → {documentId, signerId, status, signedAt}. Values are checked against their fields:
 * STEAD_INVALID names them as "/values/<field id>". @since 0.1 */
STEAD_API stead_status stead_signer_sign(stead_engine* engine, const char* token, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/** {message} → {documentId, signerId, status}. @since 0.1 */
STEAD_API stead_status stead_signer_decline(stead_engine* engine, const char* token, const stead_record* request,
                                            stead_record** answer, stead_error** error);
/** Hands the signer's place to somebody else, where the sender lets signers do so (enableReassign): {name, email,
 * reason} → {documentId, signerId, status}. This link dies. @since 0.1 */
STEAD_API stead_status stead_signer_reassign(stead_engine* engine, const char* token, const stead_record* request,
                                             stead_record** answer, stead_error** error);

/* --- outbox: what the host must deliver, at least once; de-duplicate by id. Source: design 5
 * -------------------------- */

/** Takes messages on a lease: (or NULL) {max? (10), leaseMs? (60000)} → {items: [{id, lease, kind, channel, from,
 * replyTo?, to, locale, subject, text, html, link?, documentId?, identityId?, accountId, attempt, createdAt}],
 * nextDueAt?}. Links are made here and kept nowhere; treat the answer as a secret. Mails in somebody's name carry
 * `sender` (as stead_mail_plan says). @since 0.1 */
STEAD_API stead_status stead_outbox_take(stead_engine* engine, const stead_record* request, stead_record** answer,
                                         stead_error** error);
/** Delivered: the message is done. STEAD_NOT_FOUND (messageNotFound) when the lease is not this one any more. @since
 * 0.1 */
STEAD_API stead_status stead_outbox_ack(stead_engine* engine, const char* message_id, int64_t lease,
                                        stead_error** error);
/** Not delivered: tried again later (after 1 min, doubling, at most 6 h), dead after 10 attempts. `reason` (or NULL):
 * one line for the operator → {dead, nextAttemptAt?}. STEAD_NOT_FOUND (messageNotFound). @since 0.1 */
STEAD_API stead_status stead_outbox_fail(stead_engine* engine, const char* message_id, int64_t lease,
                                         const char* reason, stead_record** answer, stead_error** error);

/** Reads by parts, as stead_document_download does, what belongs into a message whose item says `attach`, while its
 * lease is held: `index` 0 is the finished document ("pdf", or "zip" when a Word document is among its files), 1 the
 * audit certificate unless the brand of the document leaves it out. `info` (or NULL) gets {name, type, size, sha256}.
 * STEAD_NOT_FOUND (messageNotFound: not held under this lease; fileNotFound: no more attachments), STEAD_REFUSED
 * (cannotRender). @since 0.1 */
STEAD_API stead_status stead_outbox_attachment(stead_engine* engine, const char* message_id, int64_t lease,
                                               int64_t index, int64_t offset, void* buffer, int64_t buffer_size,
                                               int64_t* bytes_read, stead_record** info, stead_error** error);
/** A message that was acknowledged came back after all: (or NULL) {reason?} → {kind, documentId?, signerIds}. Signers
 * who are waited for at its address need attention until they look, are reminded or replaced; sender and owner are
 * told. STEAD_NOT_FOUND (messageNotFound) unless it was acknowledged. Source: contract 2.3, 4.2. @since 0.1 */
STEAD_API stead_status stead_outbox_bounced(stead_engine* engine, const char* message_id, const stead_record* request,
                                            stead_record** answer, stead_error** error);

/** Messages that could not be delivered, of all accounts, newest first: (or NULL) {page?, pageSize?, cursor?} → items
 * {id, kind, accountId, to, attempts, error?, createdAt, documentId?, identityId?}. @since 0.1 */
STEAD_API stead_status stead_outbox_dead_letters(stead_engine* engine, const stead_record* request,
                                                 stead_record** answer, stead_error** error);

/** What mails in a person's name show, and why: {email, name?} → {mode ("as" | "onBehalf" | "via"), from {name, email},
 * sender?, replyTo?, why, better? {mode, needs}}. Rests on the open options mailAsDomains and mailOnBehalfDomains;
 * reads nothing of the store. STEAD_INVALID (invalidRecord). Any thread. Source: design 5. @since 0.1 */
STEAD_API stead_status stead_mail_plan(stead_engine* engine, const stead_record* request, stead_record** answer,
                                       stead_error** error);

/* --- webhooks: an account's subscriptions, by its Admins, and their messages, by the host. Source: contract 6
 * ---------- */

/** {name, url (https), events [words of contract 6.2, e.g. "Completed"], requestId?} → webhook {id, name, url, events,
 * status ("Pending" | "Enabled" | "Disabled"), version, createdAt, updatedAt, secret, verifiedAt?, deliveredAt?,
 * failingSince?, lastError?, disabledAt?, previousSecretUntil?}. `secret` ("whsec_…") stands in this answer only. The
 * address is asked to answer a "Verification" first; until that is acknowledged nothing else is sent to it. STEAD_LIMIT
 * (tooLarge) beyond 20. STEAD_REFUSED (lacksRole). @since 0.1 */
STEAD_API stead_status stead_webhook_create(const stead_session* session, const stead_record* request,
                                            stead_record** answer, stead_error** error);
/** Newest first: (or NULL) {page?, pageSize?, cursor?} → items: webhook, without secrets. @since 0.1 */
STEAD_API stead_status stead_webhook_list(const stead_session* session, const stead_record* request,
                                          stead_record** answer, stead_error** error);
/** {name?, url?, events?, enabled?, version?} → webhook. Another url, or enabling what is disabled, asks the address
 * for a new verification. STEAD_NOT_FOUND (webhookNotFound), STEAD_CONFLICT (versionMoved). @since 0.1 */
STEAD_API stead_status stead_webhook_update(const stead_session* session, const char* webhook_id,
                                            const stead_record* request, stead_record** answer, stead_error** error);
/** → {id}; what waits for it is not sent any more. STEAD_NOT_FOUND (webhookNotFound). @since 0.1 */
STEAD_API stead_status stead_webhook_delete(const stead_session* session, const char* webhook_id, stead_record** answer,
                                            stead_error** error);
/** (or NULL) {previousValidMs? (a day; at most 7 days)} → webhook with its new `secret`; for that time the one before
 * signs too (s1). STEAD_NOT_FOUND (webhookNotFound). @since 0.1 */
STEAD_API stead_status stead_webhook_roll_secret(const stead_session* session, const char* webhook_id,
                                                 const stead_record* request, stead_record** answer,
                                                 stead_error** error);
/** Takes requests to webhooks on a lease, of all accounts: (or NULL) {max? (10), leaseMs? (60000)} → {items: [{id,
 * lease, webhookId, event, url, headers {name: value}, body, accountId, attempt, createdAt, documentId?, identityId?}],
 * nextDueAt?}. POST `body` as it is, byte for byte, with `headers` to `url`; status 200 within 10 s is
 * stead_outbox_ack, anything else stead_outbox_fail, which tries again after 1 min, 15 min, 45 min, 1 h, 8 h and 24 h
 * and then disables the webhook and mails the Admins. Headers carry X-BoldSign-Signature ("t=…, s0=…[, s1=…]", hex
 * HMAC-SHA256 of "<t>.<body>" under the text of the secret) and those of Standard Webhooks; both are made here and kept
 * nowhere. The url was given by an Admin: whoever delivers must refuse addresses inside its own network and follow no
 * redirect. Any thread. @since 0.1 */
STEAD_API stead_status stead_webhook_take(stead_engine* engine, const stead_record* request, stead_record** answer,
                                          stead_error** error);

/* --- change feed: what happened, for hosts that act upon it. Source: design 11
 * ---------------------------------------- */

/** What happened in the account after an entry of its trail, oldest first: (or NULL) {after? (-1), pageSize? (10),
 * events? [words of contract 6.2]} → {items: [{index, at, event?, operation, outcome, reason?, actor {kind, id?},
 * subject {type, id?}, principal?, authority?, grantId?, grantVersion?}], after, more}. Pass `after` of the answer on
 * to the next call: nothing is skipped or comes twice; a page may be empty while `more` says to go on. An Admin and an
 * Auditor see everything; anybody else his own acts, what concerns his own user, the identities he made and the
 * documents he holds at that moment. STEAD_NOT_FOUND (entryNotFound): `after` is beyond the trail, the store was
 * restored from a copy. STEAD_REFUSED (operationNotDelegable) in a session for a principal. Any thread. @since 0.1 */
STEAD_API stead_status stead_events_list(const stead_session* session, const stead_record* request,
                                         stead_record** answer, stead_error** error);
/** Counts of documents made in a period, by one of their sides: {by ("principal" | "actor" | "status" | "label" |
 * "team" | "metaData"), key? (which metadata), from?, until?} → {by, key?, groups: [{value (e-mail key, id, word or
 * text; null: without one), name?, count}], others, documents, capped}. The 100 largest groups, the largest first;
 * `others` counts what is in smaller ones. An Admin and an Auditor count the account's documents, a TeamAdmin those his
 * team holds, anybody else those he holds himself. Looks at the newest 10,000 of the period; `capped` says that there
 * are more. Any thread. @since 0.1 */
STEAD_API stead_status stead_report_documents(const stead_session* session, const stead_record* request,
                                              stead_record** answer, stead_error** error);

/* --- audit and proofs. Per account a Merkle tree (RFC 6962); formats of C2SP. Source: design 6, tlog
 * ------------------- */

/** The signed head of the tree: {checkpoint (signed note), size, root, origin, vkey}. STEAD_NOT_FOUND
 * (accountNotFound).
 * @since 0.1 */
STEAD_API stead_status stead_audit_checkpoint(stead_engine* engine, const char* account_id, stead_record** answer,
                                              stead_error** error);
/** Recomputes the whole trail in constant memory; `deep` (0 or 1) compares the look-up columns too: {ok, size, root,
 * deep, checked, erased, broken? {check, from, to, text}}. A broken trail is an answer (STEAD_OK, ok false).
 * STEAD_NOT_FOUND (accountNotFound). @since 0.1 */
STEAD_API stead_status stead_audit_verify(stead_engine* engine, const char* account_id, int32_t deep,
                                          stead_record** answer, stead_error** error);
/** Verifies a part of a long trail, so that all of it can be verified in bounded steps: (or NULL) {from? (0), max?
 * (100000), deep? (false)} → as stead_audit_verify, and {from, to, next?}: the entries [from, to) were read; go on at
 * `next` until there is none. A part rests on the hashes stored before it, which the parts before have compared. The
 * head, and with `deep` the content of files, are compared with the last part. STEAD_INVALID (invalidRecord),
 * STEAD_NOT_FOUND (accountNotFound, entryNotFound: `from` is beyond the trail). @since 0.1 */
STEAD_API stead_status stead_audit_verify_part(stead_engine* engine, const char* account_id,
                                               const stead_record* request, stead_record** answer, stead_error** error);
/** Entries for an Admin or Auditor: (or NULL) {from? (index), cursor?, pageSize?, subjectId?} → {items: [{index, entry,
 * personal?}], …}. @since 0.1 */
STEAD_API stead_status stead_audit_list(const stead_session* session, const stead_record* request,
                                        stead_record** answer, stead_error** error);
/** "Was this allowed then?", decided again from what the audit trail said at that moment: {operation, at (ms) | index,
 * actorId? (the session's user), principal? (e-mail; account-wide also a user id), accountWide? (false), documentId?} →
 * {allowed, operation, authority, reason?, rule?, text, grantId?, grantVersion?, validUntil?, actorId, at, before,
 * entries}: nothing from entry `before` on was known, and `entries` are the indices it rests on, each of which can be
 * proved. `at` is after all that was written down up to that millisecond. A user asks about himself, an Admin or
 * Auditor about anybody. Which API key was used is not asked. STEAD_INVALID (invalidRecord), STEAD_REFUSED (lacksRole),
 * STEAD_NOT_FOUND (userNotFound, entryNotFound), STEAD_STORAGE (auditBroken). Source: design 4, 6. @since 0.1 */
STEAD_API stead_status stead_audit_decide_as_of(const stead_session* session, const stead_record* request,
                                                stead_record** answer, stead_error** error);
/** Makes the decision behind a recorded act of a user again, from what the trail said before it; for an Admin or
 * Auditor: {index, recorded {at, operation, actorId, outcome, reason?, authority?, grantId?, grantVersion?}, decision
 * (as of stead_audit_decide_as_of), agrees}. A refusal for a reason that decisions do not know, a wrong state
 * say, agrees with an allowed decision: it came after it. STEAD_REFUSED (lacksRole; wrongState: nothing was decided in
 * this entry, or the personal fields that name the principal were erased), STEAD_NOT_FOUND (entryNotFound),
 * STEAD_STORAGE (auditBroken). Source: design 4, 6. @since 0.1 */
STEAD_API stead_status stead_audit_replay(const stead_session* session, int64_t index, stead_record** answer,
                                          stead_error** error);
/** The C2SP tlog-proof of one entry: {index, entry (base64), proof}. STEAD_NOT_FOUND (accountNotFound, entryNotFound).
 * @since 0.1 */
STEAD_API stead_status stead_audit_prove_inclusion(stead_engine* engine, const char* account_id, int64_t index,
                                                   stead_record** answer, stead_error** error);
/** Shows that the tree of size `from` is a prefix of the tree of size `to`: {from, to, hashes, proof}. `proof` is text
 * for stead_consistency_verify and for others: the body of an add-checkpoint request of C2SP's tlog-witness, with the
 * hashes and the signed checkpoint of size `to`. STEAD_INVALID (malformedArgument) unless 0 <= from <= to,
 * STEAD_NOT_FOUND (accountNotFound; entryNotFound: `to` is beyond the trail). @since 0.1 */
STEAD_API stead_status stead_audit_prove_consistency(stead_engine* engine, const char* account_id, int64_t from,
                                                     int64_t to, stead_record** answer, stead_error** error);
/** Checks with nothing but verifier keys that a log only grew between two checkpoints; needs no engine: {ok, origin,
 * from, to, broken? {check ("proof" | "older" | "newer" | "origin" | "size" | "root"), text}}. `older` and `newer` (or
 * NULL: the one inside the proof) are checkpoints, `proof` the text that stead_audit_prove_consistency gave for their
 * sizes, `vkeys` one verifier key a line, at most 16: after a rotation the older checkpoint needs another one. What
 * does not fit is an answer (STEAD_OK, ok false); STEAD_INVALID (malformedEvidence) is for text that is no vkey. All
 * texts are NUL-terminated. Any thread. @since 0.1 */
STEAD_API stead_status stead_consistency_verify(const char* older, const char* newer, const char* proof,
                                                const char* vkeys, stead_record** answer, stead_error** error);
/** Deletes a person's fields in the account's trail, by an Admin: {email} → {erased, auditIndex}; itself an entry.
 * @since 0.1 */
STEAD_API stead_status stead_audit_erase_person(const stead_session* session, const stead_record* request,
                                                stead_record** answer, stead_error** error);
/** The evidence file of one document ("stead-evidence/1"), for whoever may read its audit log; audited. The file's
 * bytes are stead_record_json(evidence): write them to <documentId>.evidence.json. STEAD_NOT_FOUND (documentNotFound).
 * @since 0.1 */
STEAD_API stead_status stead_audit_export_evidence(const stead_session* session, const char* document_id,
                                                   stead_record** evidence, stead_error** error);
/** Checks an evidence file with nothing but the account's verifier key; needs no engine: {ok, documentId, origin, size,
 * entries, broken? {check, index?, text}}. Broken evidence is an answer (STEAD_OK, ok false); STEAD_INVALID
 * (malformedEvidence) is for bytes that are no evidence file and text that is no vkey. `length` or
 * STEAD_NUL_TERMINATED. Any thread. @since 0.1 */
STEAD_API stead_status stead_evidence_verify(const char* evidence, int64_t length, const char* vkey,
                                             stead_record** answer, stead_error** error);

#ifdef __cplusplus
}
#endif

#endif /* STEAD_H */
