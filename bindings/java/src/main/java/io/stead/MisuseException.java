package io.stead;

/** A defect in the calling program. Source: design 8. */
public final class MisuseException extends SteadException {
    private static final long serialVersionUID = 1L;

    MisuseException(Failures.Failure failure) {
        super(Status.MISUSE, failure);
    }
}
