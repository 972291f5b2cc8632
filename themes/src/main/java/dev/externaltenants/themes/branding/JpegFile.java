package dev.externaltenants.themes.branding;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A JPEG file as its markers, before anything decodes it. */
final class JpegFile {

    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    /** Of a baseline JPEG, as we write them: how large it is, and of what colours. */
    private static final int FRAME = 0xC0;

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

    /** Returns how the file that we wrote begins, up to its pixels, as if its picture had this size. */
    static byte[] beginning(byte[] written, int width, int height) {
        byte[] beginning = Arrays.copyOf(written, pixelsOf(written));
        for (int at = 2; at < beginning.length; at += 2 + length(beginning, at)) {
            if (isMarker(beginning, at, FRAME)) {
                // Behind the length and the bits of a sample.
                ByteBuffer.wrap(beginning, at + 5, 4).putShort((short) height).putShort((short) width);
            }
        }
        return beginning;
    }

    /**
     * Says whether a file is like one that we wrote, but for its pixels: the same bytes before them, so no text, no second
     * image and no tables of its own, and no marker between them and the end.
     */
    static boolean hasOnlyPixelsAfter(byte[] beginning, byte[] file) {
        int pixels = beginning.length;
        if (file.length <= pixels || !Arrays.equals(file, 0, pixels, beginning, 0, pixels)) {
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
            at += 2 + length(written, at);
        }
        return at;
    }

    private static int length(byte[] file, int segment) {
        return ByteBuffer.wrap(file, segment + 2, 2).getChar();
    }

    private static boolean isMarker(byte[] file, int at, int code) {
        return (file[at] & 0xFF) == MARKER && (file[at + 1] & 0xFF) == code;
    }
}
