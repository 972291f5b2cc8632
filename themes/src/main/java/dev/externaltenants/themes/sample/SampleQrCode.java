package dev.externaltenants.themes.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

/** A picture of the size of Keycloak's QR codes, which looks like one and says nothing. */
final class SampleQrCode {

    private static final int SIZE = 246;
    private static final int MODULE = 6;
    private static final int MODULES = SIZE / MODULE;

    /** In base64. */
    static final String PNG = png();

    private SampleQrCode() {}

    private static String png() {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_BINARY);
        SplittableRandom random = new SplittableRandom(1);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                image.setRGB(x, y, 0xffffff);
            }
        }
        for (int row = 4; row < MODULES - 4; row++) {
            for (int column = 4; column < MODULES - 4; column++) {
                if (random.nextBoolean()) {
                    fill(image, column, row);
                }
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void fill(BufferedImage image, int column, int row) {
        for (int y = 0; y < MODULE; y++) {
            for (int x = 0; x < MODULE; x++) {
                image.setRGB(column * MODULE + x, row * MODULE + y, 0);
            }
        }
    }
}
