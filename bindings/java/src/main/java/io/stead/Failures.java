package io.stead;

import java.util.ArrayList;
import java.util.List;

/** Makes the exception for a failed call. The native layer calls {@link #of}. */
final class Failures {
    private static final Status[] STATUSES = Status.values();

    private Failures() {}

    /** Takes the error over and frees it. */
    static RuntimeException of(long error) {
        try {
            String code = Texts.text(Native.stead_error_code(error));
            String text = Texts.text(Native.stead_error_text(error));
            if (code.equals(Code.CLOSED_HANDLE.wireName())) {
                return new IllegalStateException(text);
            }
            boolean retriable = Native.stead_error_retriable(error) != 0;
            String remedy = Texts.text(Native.stead_error_remedy(error));
            Failure failure = new Failure(code, text, retriable, remedy, fields(error));
            return exception(status(Native.stead_error_status(error)), failure);
        } finally {
            Native.stead_error_free(error);
        }
    }

    /** What an exception is made of. */
    record Failure(String code, String text, boolean retriable, String remedy, List<FieldError> fields) {}

    static Status status(int number) {
        return number > 0 && number < STATUSES.length ? STATUSES[number] : Status.INTERNAL;
    }

    static SteadException exception(Status status, Failure failure) {
        return switch (status) {
            case INVALID -> new InvalidException(failure);
            case REFUSED -> new RefusedException(failure);
            case NOT_FOUND -> new NotFoundException(failure);
            case CONFLICT -> new ConflictException(failure);
            case UNAUTHENTICATED -> new UnauthenticatedException(failure);
            case LIMIT -> new LimitExceededException(failure);
            case BUSY -> new BusyException(failure);
            case STORAGE -> new StorageFailedException(failure);
            case MISUSE -> new MisuseException(failure);
            case INTERNAL, OK -> new InternalException(failure);
        };
    }

    private static List<FieldError> fields(long error) {
        List<FieldError> fields = new ArrayList<>();
        for (long i = 0; i < Native.stead_error_field_count(error); i++) {
            fields.add(new FieldError(
                    Texts.text(Native.stead_error_field_path(error, i)),
                    Texts.text(Native.stead_error_field_message(error, i))));
        }
        return List.copyOf(fields);
    }
}
