package io.stead;

/** The request breaks a rule of form; {@link #fields} names every member at fault. Source: design 8. */
public final class InvalidException extends SteadException {
    private static final long serialVersionUID = 1L;

    InvalidException(Failures.Failure failure) {
        super(Status.INVALID, failure);
    }
}
