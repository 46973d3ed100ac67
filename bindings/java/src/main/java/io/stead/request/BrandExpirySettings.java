package io.stead.request;

import io.stead.model.SpanUnit;
import java.util.Map;

/** When documents of a brand expire that do not say it themselves. Source: contract 5. */
public final class BrandExpirySettings extends Request<BrandExpirySettings> {
    private BrandExpirySettings(Map<String, Object> members) {
        super(members);
    }

    /** {@return a request that says nothing yet} */
    public static BrandExpirySettings of() {
        return new BrandExpirySettings(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static BrandExpirySettings from(Map<String, ?> members) {
        return new BrandExpirySettings(plain(members));
    }

    @Override
    BrandExpirySettings made(Map<String, Object> members) {
        return new BrandExpirySettings(members);
    }

    /**
     * {@return this request with {@code expiryDateType}}
     *
     * @param expiryDateType in what the value counts, days unless told
     */
    public BrandExpirySettings expiryDateType(SpanUnit expiryDateType) {
        return with("expiryDateType", expiryDateType);
    }

    /**
     * {@return this request with {@code expiryValue}}
     *
     * @param expiryValue 1 to 180 days or 8 to 4,320 hours
     */
    public BrandExpirySettings expiryValue(int expiryValue) {
        return with("expiryValue", expiryValue);
    }

    /**
     * {@return this request with {@code reminderDays}}
     *
     * @param reminderDays days between reminders
     */
    public BrandExpirySettings reminderDays(int reminderDays) {
        return with("reminderDays", reminderDays);
    }

    /**
     * {@return this request with {@code reminderCount}}
     *
     * @param reminderCount how many reminders
     */
    public BrandExpirySettings reminderCount(int reminderCount) {
        return with("reminderCount", reminderCount);
    }
}
