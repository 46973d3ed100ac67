/**
 * What the engine is asked: immutable requests whose methods are named as the members of docs/schema.
 *
 * <p>Each begins with what is required and answers a new request for every member that is set:
 * {@code IdentityRequest.of(name, email).operations(Operation.DOCUMENT_SEND)}. A member that is not set stays absent;
 * null is sent as null, which clears in an update. {@link io.stead.request.Request#with} sets any member by name.
 */
package io.stead.request;
