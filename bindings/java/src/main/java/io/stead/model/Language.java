package io.stead.model;

/** In which language people are written to. Source: contract 2.2. */
public enum Language implements Word {
    /** English. */
    EN("EN"),
    /** Norwegian. */
    NO("NO"),
    /** French. */
    FR("FR"),
    /** German. */
    DE("DE"),
    /** Spanish. */
    ES("ES"),
    /** Bulgarian. */
    BG("BG"),
    /** Czech. */
    CS("CS"),
    /** Danish. */
    DA("DA"),
    /** Italian. */
    IT("IT"),
    /** Dutch. */
    NL("NL"),
    /** Polish. */
    PL("PL"),
    /** Portuguese. */
    PT("PT"),
    /** Romanian. */
    RO("RO"),
    /** Russian. */
    RU("RU"),
    /** Swedish. */
    SV("SV"),
    /** Whatever the account speaks. */
    DEFAULT("Default"),
    /** Japanese. */
    JA("JA"),
    /** Thai. */
    TH("TH"),
    /** Chinese, simplified. */
    ZH_CN("ZH_CN"),
    /** Chinese, traditional. */
    ZH_TW("ZH_TW"),
    /** Korean. */
    KO("KO"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    Language(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
