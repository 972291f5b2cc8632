package dev.externaltenants.tests;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import javax.imageio.ImageIO;

/** Pictures of many colours, of which a lossy format keeps no pixel as it was. */
final class Pictures {

    private Pictures() {}

    /** @param format as Java calls it: png or jpeg */
    static String inBase64(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x * 31 + y * 7) % 256 << 16 | (x * y) % 256 << 8 | (x + y * 13) % 256);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(file.toByteArray());
    }
}
