package dev.externaltenants.themes.branding;

/** What a page of a brand loads: bytes that are called by their hash. */
public final class BrandFile {

    private final String hash;
    private final String type;
    private final byte[] content;

    private BrandFile(String hash, String type, byte[] content) {
        this.hash = hash;
        this.type = type;
        this.content = content;
    }

    /** @param content which nobody changes any more */
    static BrandFile of(String type, byte[] content) {
        return new BrandFile(ContentHash.of(content), type, content);
    }

    public String hash() {
        return hash;
    }

    /** Returns its media type. */
    public String type() {
        return type;
    }

    /** Returns the bytes, to be read only. */
    public byte[] content() {
        return content;
    }
}
