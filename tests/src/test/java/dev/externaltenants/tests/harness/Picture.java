package dev.externaltenants.tests.harness;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Page;

/** What a page looks like, pixel by pixel. */
public final class Picture {

    /** By which Chromium draws a pixel of a rounded corner otherwise from time to time, of 255 of each colour. */
    private static final int SHADE = 8;

    private final byte[] png;

    private Picture(byte[] png) {
        this.png = png;
    }

    /**
     * Takes a picture of the whole page.
     *
     * @param masked what is painted over, because time changes it; a CSS selector
     */
    public static Picture of(Page page, String masked) {
        Page.ScreenshotOptions options = new Page.ScreenshotOptions().setFullPage(true);
        return new Picture(
                page.screenshot(masked.isEmpty() ? options : options.setMask(List.of(page.locator(masked)))));
    }

    /** Returns what differs in another picture, or nothing; both are then kept under the name. */
    public Optional<String> differenceTo(Picture other, String name) {
        // Almost all are, which saves the reading.
        if (Arrays.equals(png, other.png)) {
            return Optional.empty();
        }
        Optional<String> difference = difference(image(), other.image());
        difference.ifPresent(found -> {
            keep(name + "-one.png");
            other.keep(name + "-other.png");
        });
        return difference.map(found -> name + ": " + found);
    }

    private static Optional<String> difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return Optional.of(size(one) + " and " + size(other) + " pixels");
        }
        int count = 0;
        Point first = null;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (differ(one.getRGB(x, y), other.getRGB(x, y))) {
                    count++;
                    first = first == null ? new Point(x, y) : first;
                }
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(count + " pixels, the first at " + first.x + ", " + first.y);
    }

    private static boolean differ(int one, int other) {
        return one != other
                && IntStream.of(0, 8, 16)
                        .anyMatch(shift -> Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > SHADE);
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + " × " + image.getHeight();
    }

    private BufferedImage image() {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String name) {
        Path file = Settings.target().resolve("screenshots").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
