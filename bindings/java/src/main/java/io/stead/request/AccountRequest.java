package io.stead.request;

import java.util.Map;

/** An account with its first Admin. Source: design 3. */
public final class AccountRequest extends Request<AccountRequest> {
    private AccountRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param name the account's name, 1 to 80 characters
     * @param admin its first Admin
     */
    public static AccountRequest of(String name, AdminPerson admin) {
        return new AccountRequest(Map.of()).with("name", name).with("admin", admin);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static AccountRequest from(Map<String, ?> members) {
        return new AccountRequest(plain(members));
    }

    @Override
    AccountRequest made(Map<String, Object> members) {
        return new AccountRequest(members);
    }

    /**
     * {@return this request with {@code requestId}}
     *
     * @param requestId made by the caller; a retry within 24 hours gets the first answer, at most 100 bytes
     */
    public AccountRequest requestId(String requestId) {
        return with("requestId", requestId);
    }
}
