package dev.externaltenants.themes.branding;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import dev.externaltenants.userflow.TenantException;

/**
 * A file that an operator brought as an image, until it is one of ours: looked at as bytes, measured, decoded, and written
 * anew, so that nothing of the original is served but its pixels.
 */
final class UploadedImage {

    private static final String PNG = "png";
    private static final String JPEG = "jpeg";

    /**
     * At the first, nobody sees the difference to the original. A photo that was saved with less becomes larger by it, as
     * far as twice, so it is written by the first that leaves it as small as its kind must be.
     */
    private static final List<Float> JPEG_QUALITIES = List.of(0.9f, 0.8f, 0.7f, 0.6f, 0.5f);

    /** What JPEG writes at once: the smallest picture that tells how a larger one is begun. */
    private static final int BLOCK = 8;

    /** To PNG's writer it means the smallest file, without loss. */
    private static final float SMALLEST = 0f;

    private final ImageKind kind;
    private final byte[] upload;

    /** Whether the decoder met nothing odd. */
    private boolean isWhole = true;

    UploadedImage(ImageKind kind, byte[] upload) {
        this.kind = kind;
        this.upload = upload;
    }

    /** @throws TenantException {@code xt_branding_image_too_large}, {@code …_type_refused}, {@code …_invalid} */
    CheckedImage checked() {
        kind.checkBytes(upload);
        String format = format();
        byte[] image = PNG.equals(format) ? PngFile.essential(kind, upload) : JpegFile.checked(kind, upload);
        BufferedImage decoded = decoded(format, image);
        BrandFile file = BrandFile.of("image/" + format, PNG.equals(format) ? png(decoded) : jpeg(decoded));
        return new CheckedImage(
                new BrandImage(file.hash(), file.type(), decoded.getWidth(), decoded.getHeight()), file);
    }

    private byte[] png(BufferedImage image) {
        byte[] written = PngFilters.smallest(encoded(PNG, image, SMALLEST));
        if (written.length > kind.maxBytes()) {
            throw tooLargeAnew();
        }
        return written;
    }

    private byte[] jpeg(BufferedImage image) {
        // A JPEG that is written anew is never quite the same; a picture that goes from tenant to tenant stays as it
        // is.
        if (isWhole && isOurs(image)) {
            return upload;
        }
        return JPEG_QUALITIES.stream()
                .map(quality -> encoded(JPEG, image, quality))
                .filter(written -> written.length <= kind.maxBytes())
                .findFirst()
                .orElseThrow(this::tooLargeAnew);
    }

    private boolean isOurs(BufferedImage image) {
        BufferedImage corner =
                image.getSubimage(0, 0, Math.min(BLOCK, image.getWidth()), Math.min(BLOCK, image.getHeight()));
        return JPEG_QUALITIES.stream()
                .map(quality -> JpegFile.beginning(encoded(JPEG, corner, quality), image.getWidth(), image.getHeight()))
                .anyMatch(beginning -> JpegFile.hasOnlyPixelsAfter(beginning, upload));
    }

    /** By what the file is, not by what it is called. */
    private String format() {
        if (PngFile.is(upload)) {
            return PNG;
        }
        if (JpegFile.is(upload)) {
            return JPEG;
        }
        throw TenantException.invalid(
                "xt_branding_image_type_refused",
                kind.key(),
                "A PNG or JPEG file. SVG is refused: it may hold scripts and links.");
    }

    private BufferedImage decoded(String format, byte[] image) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        // Never in a file: the server's disk is none of an upload's business.
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener((source, warning) -> isWhole = false);
            // Before a pixel is decoded: a file of some hundred bytes may claim to have billions.
            checkSize(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } catch (TenantException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // Decoders meet a broken file with exceptions of many kinds.
            throw notReadable(kind);
        } finally {
            reader.dispose();
        }
    }

    private void checkSize(int width, int height) {
        if (width > kind.maxWidth() || height > kind.maxHeight()) {
            throw tooLarge("At most %d × %d pixels, and not %d × %d."
                    .formatted(kind.maxWidth(), kind.maxHeight(), width, height));
        }
    }

    private byte[] encoded(String format, BufferedImage image, float quality) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(content)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException | RuntimeException broken) {
            throw notReadable(kind);
        } finally {
            writer.dispose();
        }
        return content.toByteArray();
    }

    private TenantException tooLargeAnew() {
        return tooLarge("At most " + kind.maxBytes() / 1024
                + " KB, also when it is written anew, as pictures are; give it fewer colours or pixels.");
    }

    private TenantException tooLarge(String rule) {
        return TenantException.invalid("xt_branding_image_too_large", kind.key(), rule);
    }

    static TenantException notReadable(ImageKind kind) {
        return TenantException.invalid(
                "xt_branding_image_invalid", kind.key(), "The file is no whole and plain image.");
    }
}
