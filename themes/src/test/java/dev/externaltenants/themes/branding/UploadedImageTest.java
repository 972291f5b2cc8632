package dev.externaltenants.themes.branding;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is served is an image of the right size that we wrote ourselves, whatever was brought. */
final class UploadedImageTest {

    @ParameterizedTest
    @EnumSource(ImageKind.class)
    void takesTheLargestOfEachKind(ImageKind kind) {
        CheckedImage checked = new UploadedImage(kind, image("png", kind.maxWidth(), kind.maxHeight())).checked();

        assertThat(checked.image().width()).isEqualTo(kind.maxWidth());
        assertThat(checked.image().height()).isEqualTo(kind.maxHeight());
        assertThat(checked.image().hash()).isEqualTo(checked.file().hash());
    }

    @ParameterizedTest
    @EnumSource(ImageKind.class)
    void refusesOnePixelMore(ImageKind kind) {
        assertThat(refusal(kind, image("png", kind.maxWidth() + 1, kind.maxHeight()))
                        .code())
                .isEqualTo("xt_branding_image_too_large");
        assertThat(refusal(kind, image("png", kind.maxWidth(), kind.maxHeight() + 1))
                        .field())
                .isEqualTo(kind.key());
    }

    @ParameterizedTest
    @EnumSource(ImageKind.class)
    void refusesOneByteMore(ImageKind kind) {
        byte[] padded = Arrays.copyOf(image("png", 8, 8), kind.maxBytes() + 1);

        assertThat(refusal(kind, padded).code()).isEqualTo("xt_branding_image_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void keepsTheFormatAndThePixels(String format) throws IOException {
        byte[] written = new UploadedImage(ImageKind.SQUARE_LOGO, image(format, 20, 10))
                .checked()
                .file()
                .content();

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(written));
        assertThat(read.getWidth()).isEqualTo(20);
        assertThat(read.getHeight()).isEqualTo(10);
        assertThat(read.getRGB(5, 5) & 0xFF).isCloseTo(0x62, org.assertj.core.data.Offset.offset(4));
    }

    /** Else a tenant that a document sets up like another would look a little worse, and its document would differ. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void keepsAPictureThatWeWrote(String format) {
        byte[] written = checked(ImageKind.BACKGROUND, file(format, noise(200, 150)));

        assertThat(checked(ImageKind.BACKGROUND, written)).isEqualTo(written);
    }

    /** A photo of few bytes takes more at a quality that nobody sees. */
    @ParameterizedTest
    @ValueSource(floats = {0.5f, 0.6f, 0.7f, 0.8f})
    void aPhotoStaysAsSmallAsItsKindMustBeAndIsCarriedAsItIsThen(float quality) {
        byte[] small = largestJpeg(quality);
        assertThat(small).hasSizeLessThanOrEqualTo(ImageKind.BACKGROUND.maxBytes());

        byte[] written = checked(ImageKind.BACKGROUND, small);

        assertThat(written).hasSizeLessThanOrEqualTo(ImageKind.BACKGROUND.maxBytes());
        assertThat(checked(ImageKind.BACKGROUND, written)).isEqualTo(written);
    }

    /** One colour that stands for none, which is written with an amount of cover for each pixel. */
    @Test
    void refusesAPngThatIsTooLargeOnceItIsWrittenAnew() {
        byte[] packed = grainsWithoutOne(245, 36);
        assertThat(packed).hasSizeLessThan(ImageKind.HEADER_LOGO.maxBytes());

        TenantException refused = refusal(ImageKind.HEADER_LOGO, packed);

        assertThat(refused.code()).isEqualTo("xt_branding_image_too_large");
        assertThat(refused.field()).isEqualTo("headerLogo");
        assertThat(refused.description()).contains("written anew");
    }

    /** Java's own writer makes 140 KB of it, and a good tool 37. */
    @Test
    void aPngWithGradientsIsNotMuchLargerThanThatOfAGoodToolAndTheSame() throws IOException {
        BufferedImage gradients = gradients(240, 240);

        byte[] written = checked(ImageKind.SQUARE_LOGO, filtered(gradients));

        assertThat(written).hasSizeLessThan(40 * 1024);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(written));
        assertThat(pixels(read)).isEqualTo(pixels(gradients));
        assertThat(checked(ImageKind.SQUARE_LOGO, written)).isEqualTo(written);
    }

    /** Text may stand before the pixels, or behind the last of them, where decoders do not look. */
    @Test
    void aPictureThatHasMoreThanItsPixelsIsNoneOfOurs() {
        byte[] ours = checked(ImageKind.BACKGROUND, jpeg(noise(40, 30), 0.5f));
        byte[] text = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] comment = join(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)}, text);
        byte[] before = join(join(Arrays.copyOf(ours, 2), comment), Arrays.copyOfRange(ours, 2, ours.length));
        byte[] behind = join(
                join(Arrays.copyOf(ours, ours.length - 2), text),
                Arrays.copyOfRange(ours, ours.length - 2, ours.length));

        assertThat(new String(checked(ImageKind.BACKGROUND, before), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
        assertThat(new String(checked(ImageKind.BACKGROUND, behind), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;",
                "BM......",
                "RIFF....WEBPVP8 ",
                "%PDF-1.7",
                "PK\u0003\u0004"
            })
    void refusesWhatIsNeitherPngNorJpeg(String file) {
        assertThat(refusal(ImageKind.SQUARE_LOGO, file.getBytes(StandardCharsets.ISO_8859_1))
                        .code())
                .isEqualTo("xt_branding_image_type_refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void refusesAFileThatGoesOnAfterItsImage(String format) {
        byte[] polyglot = join(image(format, 8, 8), "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

        assertThat(refusal(ImageKind.SQUARE_LOGO, polyglot).code()).isEqualTo("xt_branding_image_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void refusesAFileThatIsCut(String format) {
        byte[] whole = image(format, 100, 100);

        assertThat(refusal(ImageKind.SQUARE_LOGO, Arrays.copyOf(whole, whole.length / 2))
                        .code())
                .isEqualTo("xt_branding_image_invalid");
    }

    @Test
    void dropsTextThatAnImageCarries() {
        byte[] png = image("png", 8, 8);
        byte[] text = chunk("tEXt", "Comment\0<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1));
        int afterHeader = 8 + 25;
        byte[] carrying =
                join(join(Arrays.copyOf(png, afterHeader), text), Arrays.copyOfRange(png, afterHeader, png.length));

        byte[] written = new UploadedImage(ImageKind.SQUARE_LOGO, carrying)
                .checked()
                .file()
                .content();

        assertThat(new String(written, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    /** It would take 16 GB of memory. */
    @Test
    void refusesAnImageThatClaimsToBeHugeBeforeItIsDecoded() {
        byte[] bomb = png(65_000, 65_000, new byte[100]);

        assertThat(refusal(ImageKind.BACKGROUND, bomb).code()).isEqualTo("xt_branding_image_too_large");
    }

    /** Text that is packed a thousandfold is not even looked at. */
    @Test
    void unpacksNothingButPixels() {
        byte[] png = image("png", 8, 8);
        byte[] packed =
                chunk("zTXt", join("a\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(new byte[40_000_000])));
        int afterHeader = 8 + 25;
        byte[] bomb =
                join(join(Arrays.copyOf(png, afterHeader), packed), Arrays.copyOfRange(png, afterHeader, png.length));

        assertThat(new UploadedImage(ImageKind.SQUARE_LOGO, bomb)
                        .checked()
                        .file()
                        .content()
                        .length)
                .isLessThan(1000);
    }

    @Test
    void refusesAJpegOfThousandsOfScans() {
        byte[] jpeg = image("jpeg", 8, 8);
        byte[] scans = new byte[4000];
        for (int i = 0; i < scans.length; i += 2) {
            scans[i] = (byte) 0xFF;
            scans[i + 1] = (byte) 0xDA;
        }
        byte[] bomb = join(Arrays.copyOf(jpeg, jpeg.length - 2), join(scans, new byte[] {(byte) 0xFF, (byte) 0xD9}));

        assertThat(refusal(ImageKind.SQUARE_LOGO, bomb).code()).isEqualTo("xt_branding_image_invalid");
    }

    private static TenantException refusal(ImageKind kind, byte[] file) {
        return catchThrowableOfType(TenantException.class, () -> new UploadedImage(kind, file).checked());
    }

    private static byte[] checked(ImageKind kind, byte[] file) {
        return new UploadedImage(kind, file).checked().file().content();
    }

    /** Returns as much noise as fits into a background at this quality. */
    private static byte[] largestJpeg(float quality) {
        return IntStream.iterate(1080, height -> height - 40)
                .mapToObj(height -> jpeg(noise(720, height), quality))
                .filter(file -> file.length <= ImageKind.BACKGROUND.maxBytes())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] grainsWithoutOne(int width, int height) {
        SplittableRandom random = new SplittableRandom(20261123);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int y = 0; y < height; y++) {
            rows.write(0);
            for (int x = 0; x < width; x++) {
                rows.write(random.nextInt(256));
            }
        }
        return png(
                width, height, 0, join(chunk("tRNS", new byte[] {0, 7}), chunk("IDAT", deflated(rows.toByteArray()))));
    }

    private static BufferedImage gradients(int width, int height) {
        SplittableRandom random = new SplittableRandom(20261123);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                int grain = random.nextInt(3);
                image.setRGB(x, y, 0xFF000000 | x << 16 | (x / 2 + y / 3 + grain) << 8 | y);
            }
        }
        return image;
    }

    /** Returns it as a tool writes it that subtracts of each colour its neighbour's. */
    private static byte[] filtered(BufferedImage image) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int y = 0; y < image.getHeight(); y++) {
            rows.write(1);
            int left = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                int color = image.getRGB(x, y);
                for (int shift : new int[] {16, 8, 0, 24}) {
                    rows.write((color >> shift) - (left >> shift));
                }
                left = color;
            }
        }
        return png(image.getWidth(), image.getHeight(), 6, chunk("IDAT", deflated(rows.toByteArray())));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static BufferedImage noise(int width, int height) {
        SplittableRandom random = new SplittableRandom(20261123);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0x0F6B62);
            }
        }
        return file(format, image);
    }

    private static byte[] file(String format, BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file.toByteArray();
    }

    private static byte[] png(int width, int height, byte[] pixels) {
        return png(width, height, 6, chunk("IDAT", deflated(pixels)));
    }

    private static byte[] png(int width, int height, int colors, byte[] chunks) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, (byte) colors, 0, 0, 0})
                .array();
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return join(join(signature, chunk("IHDR", header)), join(chunks, chunk("IEND", new byte[0])));
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] typed = join(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] packed = new byte[data.length + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
