package dev.externaltenants.themes.branding;

import java.nio.ByteBuffer;
import java.util.Arrays;

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

    /**
     * Says whether a file is like one that we wrote of its pixels, but for these: the same bytes before them, so no text, no
     * second image and no tables of its own, and no marker between them and the end.
     */
    static boolean differsInPixelsOnly(byte[] file, byte[] written) {
        int pixels = pixelsOf(written);
        if (file.length <= pixels || !Arrays.equals(file, 0, pixels, written, 0, pixels)) {
            return false;
        }
        int end = file.length - 2;
        for (int at = pixels; at < end; at++) {
            // In pixels, a zero follows what would be a marker.
            if ((file[at] & 0xFF) == MARKER && file[at + 1] != 0) {
                return false;
            }
        }
        return isMarker(file, end, END);
    }

    /** Returns where the pixels of a file begin that we wrote: it has one scan, behind segments that say how long they are. */
    private static int pixelsOf(byte[] written) {
        int at = 2;
        boolean isScan = false;
        while (!isScan) {
            isScan = isMarker(written, at, SCAN);
            at += 2 + ByteBuffer.wrap(written, at + 2, 2).getChar();
        }
        return at;
    }

    private static boolean isMarker(byte[] file, int at, int code) {
        return (file[at] & 0xFF) == MARKER && (file[at + 1] & 0xFF) == code;
    }
}
