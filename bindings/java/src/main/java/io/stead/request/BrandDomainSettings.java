package io.stead.request;

import java.util.Map;

/** The domain that mails of a brand come from. Source: contract 5. */
public final class BrandDomainSettings extends Request<BrandDomainSettings> {
    private BrandDomainSettings(Map<String, Object> members) {
        super(members);
    }

    /** {@return a request that says nothing yet} */
    public static BrandDomainSettings of() {
        return new BrandDomainSettings(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static BrandDomainSettings from(Map<String, ?> members) {
        return new BrandDomainSettings(plain(members));
    }

    @Override
    BrandDomainSettings made(Map<String, Object> members) {
        return new BrandDomainSettings(members);
    }

    /**
     * {@return this request with {@code domainName}}
     *
     * @param domainName the domain
     */
    public BrandDomainSettings domainName(String domainName) {
        return with("domainName", domainName);
    }

    /**
     * {@return this request with {@code fromName}}
     *
     * @param fromName name of the sender
     */
    public BrandDomainSettings fromName(String fromName) {
        return with("fromName", fromName);
    }
}
