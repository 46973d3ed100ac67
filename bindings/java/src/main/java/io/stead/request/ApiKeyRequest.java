package io.stead.request;

import java.util.Map;

/** An API key for the session's user. Source: design 7. */
public final class ApiKeyRequest extends Request<ApiKeyRequest> {
    private ApiKeyRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name what it is for, 1 to 80 characters
     */
    public static ApiKeyRequest of(String name) {
        return new ApiKeyRequest(Map.of()).with("name", name);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static ApiKeyRequest from(Map<String, ?> members) {
        return new ApiKeyRequest(plain(members));
    }

    @Override
    ApiKeyRequest made(Map<String, Object> members) {
        return new ApiKeyRequest(members);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry gets the first answer, without the key; at most 100 bytes
     */
    public ApiKeyRequest requestId(String requestId) {
        return with("requestId", requestId);
    }
}
