package io.stead;

/** The credential is not good. Source: design 8. */
public final class UnauthenticatedException extends SteadException {
    private static final long serialVersionUID = 1L;

    UnauthenticatedException(Failures.Failure failure) {
        super(Status.UNAUTHENTICATED, failure);
    }
}
