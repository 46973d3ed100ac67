package io.stead.request;

import java.util.Map;

/** Changes to the own account; at least one. Source: design 3. */
public final class AccountUpdate extends Request<AccountUpdate> {
    private AccountUpdate(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static AccountUpdate of() {
        return new AccountUpdate(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static AccountUpdate from(Map<String, ?> members) {
        return new AccountUpdate(plain(members));
    }

    @Override
    AccountUpdate made(Map<String, Object> members) {
        return new AccountUpdate(members);
    }

    /**
     * {@return this request with {@code name}}
     *
     * @param name its name, 1 to 80 characters
     */
    public AccountUpdate name(String name) {
        return with("name", name);
    }

    /**
     * {@return this request with {@code accountWide}}
     *
     * @param accountWide whether account-wide authority is switched on
     */
    public AccountUpdate accountWide(boolean accountWide) {
        return with("accountWide", accountWide);
    }
}
