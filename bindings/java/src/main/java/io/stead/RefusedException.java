package io.stead;

/** Well formed, but not allowed; the text names the rule, {@link #remedy} the verb that mends it. Source: design 8. */
public final class RefusedException extends SteadException {
    private static final long serialVersionUID = 1L;

    RefusedException(Failures.Failure failure) {
        super(Status.REFUSED, failure);
    }
}
