package io.stead.model;

import java.util.Map;

/**
 * What stands around a signature in a finished document. Source: contract 5.
 *
 * @param enableSignatureFrame whether there is a frame
 * @param showRecipientName with the name
 * @param showRecipientEmail with the address
 * @param showTimeStamp with the time
 * @param unknown members that this version does not know
 */
public record SignatureFrame(
        boolean enableSignatureFrame, boolean showRecipientName, boolean showRecipientEmail, boolean showTimeStamp,
        Map<String, Object> unknown)
        implements Answer {}
