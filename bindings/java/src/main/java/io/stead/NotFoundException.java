package io.stead;

/** No such thing, or none that the caller may see. Source: design 8. */
public final class NotFoundException extends SteadException {
    private static final long serialVersionUID = 1L;

    NotFoundException(Failures.Failure failure) {
        super(Status.NOT_FOUND, failure);
    }
}
