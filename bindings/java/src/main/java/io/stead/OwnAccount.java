package io.stead;

import io.stead.model.Account;
import io.stead.request.AccountUpdate;

/** The account of the session, by an Admin. Source: design 3. */
public final class OwnAccount {
    private final Session session;

    OwnAccount(Session session) {
        this.session = session;
    }

    /**
     * Changes the account.
     *
     * @param request at least one change
     * @return the account as it is now
     * @throws RefusedException for anybody but an Admin
     */
    public Account update(AccountUpdate request) {
        return session.ask(Native::stead_account_update, request, Account.class);
    }
}
