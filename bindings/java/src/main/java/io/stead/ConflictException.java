package io.stead;

/** The state has moved, or the thing exists already; read again. Source: design 8. */
public final class ConflictException extends SteadException {
    private static final long serialVersionUID = 1L;

    ConflictException(Failures.Failure failure) {
        super(Status.CONFLICT, failure);
    }
}
