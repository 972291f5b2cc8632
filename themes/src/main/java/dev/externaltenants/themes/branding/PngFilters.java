package dev.externaltenants.themes.branding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes a PNG file smaller that Java has written. Its writer does not filter, so that a picture with gradients takes four
 * times what another tool's takes; here each row is written by that filter of PNG (3rd edition, 9.2) that leaves the least.
 */
final class PngFilters {

    private static final int SIGNATURE = 8;
    private static final int IDAT = 0x49444154;

    /** Length and type before the data of a chunk, checksum behind. */
    private static final int BEFORE = 8;

    private static final int AFTER = 4;
    private static final int FILTERS = 5;

    private final byte[] file;
    private final int height;
    private final int depth;
    private final int samples;
    private final int rowLength;

    private PngFilters(byte[] file) {
        ByteBuffer header = ByteBuffer.wrap(file, SIGNATURE + BEFORE, 13);
        this.file = file;
        int width = header.getInt();
        this.height = header.getInt();
        this.depth = header.get();
        this.samples = samples(header.get());
        this.rowLength = (width * samples * depth + 7) / 8;
    }

    /** @param written by Java, so whole, and not interlaced */
    static byte[] smallest(byte[] written) {
        byte[] filtered = new PngFilters(written).filtered();
        return filtered.length < written.length ? filtered : written;
    }

    /** By the type of colours; those of a palette are no amounts, and their difference says nothing. */
    private static int samples(int type) {
        return switch (type) {
            case 0 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
    }

    private byte[] filtered() {
        if (samples == 0 || depth < 8) {
            return file;
        }
        ByteArrayOutputStream smaller = new ByteArrayOutputStream(file.length);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(file.length);
        smaller.write(file, 0, SIGNATURE);
        boolean isBehind = false;
        for (int at = SIGNATURE; at < file.length; at += BEFORE + AFTER + length(at)) {
            boolean isData = ByteBuffer.wrap(file, at + 4, 4).getInt() == IDAT;
            if (isData) {
                packed.write(file, at + BEFORE, length(at));
            } else {
                if (packed.size() > 0 && !isBehind) {
                    smaller.writeBytes(chunk(deflated(rows(packed.toByteArray()))));
                    isBehind = true;
                }
                smaller.write(file, at, BEFORE + AFTER + length(at));
            }
        }
        return smaller.toByteArray();
    }

    private int length(int chunk) {
        return ByteBuffer.wrap(file, chunk, 4).getInt();
    }

    private byte[] rows(byte[] packed) {
        byte[] rows = inflated(packed);
        ByteArrayOutputStream filtered = new ByteArrayOutputStream(rows.length);
        byte[] above = new byte[rowLength];
        for (int y = 0; y < height; y++) {
            int from = y * (rowLength + 1);
            if (rows[from] != 0) {
                // This Java filters by itself.
                return rows;
            }
            byte[] row = Arrays.copyOfRange(rows, from + 1, from + 1 + rowLength);
            filtered.writeBytes(leasts(row, above));
            above = row;
        }
        return filtered.toByteArray();
    }

    private byte[] leasts(byte[] row, byte[] above) {
        byte[] best = new byte[0];
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            byte[] tried = filtered(filter, row, above);
            long sum = 0;
            for (int i = 1; i < tried.length; i++) {
                sum += Math.abs(tried[i]);
            }
            if (sum < least) {
                least = sum;
                best = tried;
            }
        }
        return best;
    }

    private byte[] filtered(int filter, byte[] row, byte[] above) {
        int step = samples * depth / 8;
        byte[] filtered = new byte[row.length + 1];
        filtered[0] = (byte) filter;
        for (int i = 0; i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < step ? 0 : above[i - step] & 0xFF;
            int foreseen =
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case 4 -> paeth(left, up, corner);
                        default -> 0;
                    };
            filtered[i + 1] = (byte) (row[i] - foreseen);
        }
        return filtered;
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private byte[] inflated(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] rows = new byte[height * (rowLength + 1)];
            if (inflater.inflate(rows) != rows.length) {
                throw new IllegalStateException("Java has written too few rows");
            }
            return rows;
        } catch (DataFormatException e) {
            throw new IllegalStateException("Java has written no PNG", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] deflated(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] some = new byte[8192];
            while (!deflater.finished()) {
                packed.write(some, 0, deflater.deflate(some));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] chunk(byte[] data) {
        byte[] typed =
                ByteBuffer.allocate(4 + data.length).putInt(IDAT).put(data).array();
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(BEFORE + data.length + AFTER)
                .putInt(data.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }
}
