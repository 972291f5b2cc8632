package dev.externaltenants.themes.branding;

/**
 * A picture that is stored.
 *
 * @param hash what its bytes hash to, which is its name
 * @param type its media type
 */
public record BrandImage(String hash, String type, Integer width, Integer height) {

    public BrandImage {
        width = width == null ? 0 : width;
        height = height == null ? 0 : height;
    }

    /** Returns the last part of a path, which only people and their tools read. */
    public String fileName(ImageKind kind) {
        return kind.key() + ("image/png".equals(type) ? ".png" : ".jpg");
    }
}
