package io.stead;

/** A defect in Stead; please report it. Source: design 8. */
public final class InternalException extends SteadException {
    private static final long serialVersionUID = 1L;

    InternalException(Failures.Failure failure) {
        super(Status.INTERNAL, failure);
    }
}
