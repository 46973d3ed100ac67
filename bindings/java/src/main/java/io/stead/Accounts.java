package io.stead;

import io.stead.model.Account;
import io.stead.request.AccountRequest;

/** Accounts, as the host makes and finds them. Source: design 3. */
public final class Accounts {
    private final Engine engine;

    Accounts(Engine engine) {
        this.engine = engine;
    }

    /**
     * Makes an account with its first Admin, who is active at once.
     *
     * @param request the account and its Admin
     * @return the account, with the id of its Admin
     * @throws InvalidException naming every member at fault
     */
    public Account create(AccountRequest request) {
        return engine.ask(Native::stead_account_create, request, Account.class);
    }

    /**
     * An account by its id.
     *
     * @param accountId the account
     * @return the account
     * @throws NotFoundException for an unknown account
     */
    public Account get(String accountId) {
        return engine.ask(Native::stead_account_get, accountId, Account.class);
    }
}
