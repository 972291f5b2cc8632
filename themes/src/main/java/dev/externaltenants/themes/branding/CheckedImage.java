package dev.externaltenants.themes.branding;

/** A picture that was looked at, measured and written anew: nothing else can be stored. */
public final class CheckedImage {

    private final BrandImage image;
    private final BrandFile file;

    CheckedImage(BrandImage image, BrandFile file) {
        this.image = image;
        this.file = file;
    }

    BrandImage image() {
        return image;
    }

    /** Returns it as it is served. */
    public BrandFile file() {
        return file;
    }
}
