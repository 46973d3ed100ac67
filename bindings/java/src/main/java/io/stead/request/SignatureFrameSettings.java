package io.stead.request;

import java.util.Map;

/** What stands around a signature in a finished document. Source: contract 5. */
public final class SignatureFrameSettings extends Request<SignatureFrameSettings> {
    private SignatureFrameSettings(Map<String, Object> members) {
        super(members);
    }

    /** {@return a request that says nothing yet} */
    public static SignatureFrameSettings of() {
        return new SignatureFrameSettings(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static SignatureFrameSettings from(Map<String, ?> members) {
        return new SignatureFrameSettings(plain(members));
    }

    @Override
    SignatureFrameSettings made(Map<String, Object> members) {
        return new SignatureFrameSettings(members);
    }

    /**
     * {@return this request with {@code enableSignatureFrame}}
     *
     * @param enableSignatureFrame whether there is a frame
     */
    public SignatureFrameSettings enableSignatureFrame(boolean enableSignatureFrame) {
        return with("enableSignatureFrame", enableSignatureFrame);
    }

    /**
     * {@return this request with {@code showRecipientName}}
     *
     * @param showRecipientName with the name
     */
    public SignatureFrameSettings showRecipientName(boolean showRecipientName) {
        return with("showRecipientName", showRecipientName);
    }

    /**
     * {@return this request with {@code showRecipientEmail}}
     *
     * @param showRecipientEmail with the address
     */
    public SignatureFrameSettings showRecipientEmail(boolean showRecipientEmail) {
        return with("showRecipientEmail", showRecipientEmail);
    }

    /**
     * {@return this request with {@code showTimeStamp}}
     *
     * @param showTimeStamp with the time
     */
    public SignatureFrameSettings showTimeStamp(boolean showTimeStamp) {
        return with("showTimeStamp", showTimeStamp);
    }
}
