package dev.externaltenants.themes.branding;

/** A JPEG file as its markers, before anything decodes it. */
final class JpegFile {

    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    /** A progressive one has about ten. Each costs a pass over all pixels and may take few bytes. */
    private static final int MOST_SCANS = 32;

    private JpegFile() {}

    static boolean is(byte[] file) {
        return file.length > 4 && isMarker(file, 0, START) && (file[2] & 0xFF) == MARKER;
    }

    /**
     * Returns the file if it ends where its image does.
     *
     * @throws dev.externaltenants.userflow.TenantException {@code xt_branding_image_invalid}
     */
    static byte[] checked(ImageKind kind, byte[] file) {
        int scans = 0;
        for (int at = 0; at + 1 < file.length; at++) {
            if (isMarker(file, at, SCAN)) {
                scans++;
            }
        }
        if (scans > MOST_SCANS || !isMarker(file, file.length - 2, END)) {
            throw UploadedImage.notReadable(kind);
        }
        return file;
    }

    private static boolean isMarker(byte[] file, int at, int code) {
        return (file[at] & 0xFF) == MARKER && (file[at + 1] & 0xFF) == code;
    }
}
