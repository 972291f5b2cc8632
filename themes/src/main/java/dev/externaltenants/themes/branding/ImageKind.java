package dev.externaltenants.themes.branding;

import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.externaltenants.userflow.TenantException;

/** The pictures of a brand, with the limits of Microsoft's page of branding elements: pixels and bytes at most. */
public enum ImageKind {
    @JsonProperty("favicon")
    FAVICON("favicon", 32, 32, 5),
    @JsonProperty("background")
    BACKGROUND("background", 1920, 1080, 300),
    @JsonProperty("headerLogo")
    HEADER_LOGO("headerLogo", 245, 36, 10),
    @JsonProperty("bannerLogo")
    BANNER_LOGO("bannerLogo", 245, 36, 50),
    @JsonProperty("squareLogo")
    SQUARE_LOGO("squareLogo", 240, 240, 50),
    @JsonProperty("squareLogoDark")
    SQUARE_LOGO_DARK("squareLogoDark", 240, 240, 50);

    private final String key;
    private final int maxWidth;
    private final int maxHeight;
    private final int maxKilobytes;

    ImageKind(String key, int maxWidth, int maxHeight, int maxKilobytes) {
        this.key = key;
        this.maxWidth = maxWidth;
        this.maxHeight = maxHeight;
        this.maxKilobytes = maxKilobytes;
    }

    /** Returns the name in JSON and in paths. */
    public String key() {
        return key;
    }

    /** Returns the kind of this name, or nothing. */
    public static Optional<ImageKind> named(String key) {
        return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** As {@link #key}, for the messages of refusals. */
    @Override
    public String toString() {
        return key;
    }

    public int maxWidth() {
        return maxWidth;
    }

    public int maxHeight() {
        return maxHeight;
    }

    public int maxBytes() {
        return maxKilobytes * 1024;
    }

    /** @throws TenantException {@code xt_branding_image_too_large}, before anybody looks into the file */
    public void checkBytes(byte[] file) {
        if (file.length > maxBytes()) {
            throw TenantException.invalid("xt_branding_image_too_large", key, "At most " + maxKilobytes + " KB.");
        }
    }
}
