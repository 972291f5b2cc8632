package dev.externaltenants.themes.branding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** A PNG file as its chunks, before anything decodes it. */
final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** What pixels are made of. Others may hold text, or be packed so that unpacking them fills the memory. */
    private static final Set<String> ESSENTIAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private static final String END = "IEND";

    /** Length, type and checksum, each of four bytes. */
    private static final int AROUND = 12;

    private PngFile() {}

    static boolean is(byte[] file) {
        return file.length > SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * Returns the file without what is no pixel.
     *
     * @throws dev.externaltenants.userflow.TenantException {@code xt_branding_image_invalid} when it is cut, or has something behind its end: then it is another file, too
     */
    static byte[] essential(ImageKind kind, byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(SIGNATURE, 0, SIGNATURE.length);
        int at = SIGNATURE.length;
        while (at + AROUND <= file.length) {
            int length = ByteBuffer.wrap(file, at, 4).getInt();
            if (length < 0 || length > file.length - at - AROUND) {
                break;
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (ESSENTIAL.contains(type)) {
                kept.write(file, at, AROUND + length);
            }
            at += AROUND + length;
            if (END.equals(type) && at == file.length) {
                return kept.toByteArray();
            }
        }
        throw UploadedImage.notReadable(kind);
    }
}
