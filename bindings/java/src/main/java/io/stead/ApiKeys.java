package io.stead;

import io.stead.model.ApiKey;
import io.stead.model.Page;
import io.stead.request.ApiKeyRequest;
import io.stead.request.ListRequest;
import java.util.stream.Stream;

/** API keys. Source: design 7. */
public final class ApiKeys {
    private final Session session;

    ApiKeys(Session session) {
        this.session = session;
    }

    /**
     * Makes a key for the session's user.
     *
     * @param request what it is for
     * @return the key, in the only answer that ever holds it
     */
    public ApiKey create(ApiKeyRequest request) {
        return session.ask(Native::stead_api_key_create, request, ApiKey.class);
    }

    /**
     * A page of the session user's keys.
     *
     * @return the first page
     */
    public Page<ApiKey> list() {
        return list(ListRequest.of());
    }

    /**
     * A page of the session user's keys.
     *
     * @param request which page
     * @return the page
     */
    public Page<ApiKey> list(ListRequest request) {
        return session.page(Native::stead_api_key_list, request, ApiKey.class);
    }

    /**
     * The session user's keys, page after page as they are needed.
     *
     * @return the stream; reads the store while it is consumed
     */
    public Stream<ApiKey> stream() {
        return stream(ListRequest.of());
    }

    /**
     * The session user's keys, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<ApiKey> stream(ListRequest request) {
        return Pages.stream(request, this::list);
    }

    /**
     * Revokes an own key, or any key of the account for an Admin; sessions opened with it are dead when this returns.
     *
     * @param keyId the key
     * @return the key, revoked
     * @throws NotFoundException for an unknown key
     */
    public ApiKey revoke(String keyId) {
        return session.ask(Native::stead_api_key_revoke, keyId, ApiKey.class);
    }
}
