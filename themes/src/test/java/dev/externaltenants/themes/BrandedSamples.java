package dev.externaltenants.themes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import dev.externaltenants.themes.branding.SampleStylesheets;
import dev.externaltenants.themes.sample.SampleFields;
import dev.externaltenants.themes.sample.Samples;
import dev.externaltenants.themes.sample.Screens;
import org.keycloak.forms.login.MessageType;

/** Pages in the look of a tenant: both layouts, every logo, a background, and colours that are not ours. */
final class BrandedSamples {

    private static final Color PLUM = new Color(0x7a1fa2);
    private static final Color ORCHID = new Color(0xe3a6f5);

    private BrandedSamples() {}

    static Map<String, Page> pages() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put(
                "brand-full-center",
                Brand.with(
                        Map.of("layout", "full", "alignment", "center", "header", false),
                        Page.of(Samples.identifyWithProviders())));
        pages.put(
                "brand-full-end",
                in("full", "end", Page.of(Samples.password()).error("password", "invalidPasswordMessage")));
        pages.put("brand-partial-center", in("partial", "center", Page.of(Samples.code(Map.of()))));
        pages.put("brand-partial-end", in("partial", "end", Page.of(Samples.identify())));
        pages.put("brand-partial-end-long", in("partial", "end", Page.of(Samples.attributes(SampleFields.fields()))));
        pages.put(
                "brand-account",
                in("full", "center", Page.of(Screens.find("xt-account").orElseThrow())));
        pages.put("brand-square-logos", Brand.with(squareLogos(), Page.of(Samples.reset())));
        pages.put(
                "brand-colours-only",
                Page.of(Samples.identify())
                        .with("xtBrand", Map.of("stylesheet", "brand/colours.css", "tenantName", "Contoso"))
                        .message(MessageType.ERROR, "expiredActionMessage"));
        for (String look : SampleStylesheets.EXTREMES) {
            pages.put("brand-" + look, look(look, Page.of(Samples.identifyWithProviders())));
        }
        for (String layout : List.of("full", "partial")) {
            pages.put(
                    "brand-" + layout + "-navy",
                    navyWithPicture(layout, Page.of(Screens.find("error").orElseThrow())));
        }
        pages.put("brand-navy-attributes", look("navy", Page.of(Samples.attributes(SampleFields.fields()))));
        return pages;
    }

    /** Returns the mail in the same look: colours, a logo and links, as it knows no more. */
    static Mail on(Mail mail) {
        return mail.with(
                "xtBrand",
                Map.of(
                        "tenantName", "Contoso",
                        "bannerLogo", Brand.image("banner"),
                        "privacy", Map.of("text", "Privacy & cookies", "url", "https://contoso.example/privacy"),
                        "terms", Map.of("url", "https://contoso.example/terms"),
                        "accent", "#7a1fa2",
                        "onAccent", "#ffffff",
                        "accentDark", "#cfa6df",
                        "onAccentDark", "#111111"));
    }

    private static Page in(String layout, String alignment, Page page) {
        return Brand.with(Map.of("layout", layout, "alignment", alignment), page);
    }

    /** Without pictures, so that the colours are all there is. */
    private static Page look(String name, Page page) {
        Map<String, Object> link = Map.of("url", "https://contoso.example/");
        return page.with(
                "xtBrand",
                Map.of(
                        "stylesheet",
                        "brand/" + name + ".css",
                        "tenantName",
                        "Contoso",
                        "footer",
                        true,
                        "privacy",
                        link,
                        "terms",
                        link));
    }

    /** Without a banner, because ours is drawn for white. */
    private static Page navyWithPicture(String layout, Page page) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("layout", layout);
        changes.put("alignment", "center");
        changes.put("stylesheet", "brand/navy-pictured.css");
        changes.put("bannerLogo", null);
        return Brand.with(changes, page);
    }

    private static Map<String, Object> squareLogos() {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("layout", "full");
        changes.put("alignment", "center");
        changes.put("header", false);
        changes.put("bannerLogo", null);
        for (String name : List.of("squareLogo", "squareLogoDark")) {
            changes.put(name, Map.of("url", "brand/" + name + ".png", "width", 240, "height", 240));
        }
        return changes;
    }

    /** Writes what these pages load. */
    static void writeFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var look : SampleStylesheets.looks().entrySet()) {
            Files.writeString(folder.resolve(look.getKey() + ".css"), look.getValue());
        }
        for (String name : List.of("header", "banner")) {
            write(wordmark(), folder, name + ".png");
        }
        write(square(32, Color.WHITE, PLUM), folder, "favicon.png");
        write(square(240, Color.WHITE, PLUM), folder, "squareLogo.png");
        write(square(240, new Color(0x2a1633), ORCHID), folder, "squareLogoDark.png");
        write(background(), folder, "background.jpg");
    }

    private static BufferedImage square(int size, Color ground, Color ink) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image);
        pen.setColor(ground);
        pen.fill(new RoundRectangle2D.Double(0, 0, size, size, size / 4.0, size / 4.0));
        pen.setColor(ink);
        pen.setStroke(new BasicStroke(size / 7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Arc2D.Double(size * 0.27, size * 0.27, size * 0.46, size * 0.46, 45, 270, Arc2D.OPEN));
        pen.dispose();
        return image;
    }

    /** "contoso" by strokes, so that it needs no font. */
    private static BufferedImage wordmark() {
        BufferedImage image = new BufferedImage(245, 36, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image);
        pen.setColor(PLUM);
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double top = 12;
        double size = 18;
        double x = 4;
        for (char letter : "contoso".toCharArray()) {
            switch (letter) {
                case 'c' -> pen.draw(new Arc2D.Double(x, top, size, size, 45, 270, Arc2D.OPEN));
                case 'n' -> pen.draw(arch(x + 1, top, size - 2));
                case 't' -> {
                    pen.draw(new Line2D.Double(x + 8, top - 8, x + 8, top + size));
                    pen.draw(new Line2D.Double(x + 2, top, x + 15, top));
                }
                case 's' -> {
                    pen.draw(new Arc2D.Double(x + 4, top, size / 2, size / 2, 45, 225, Arc2D.OPEN));
                    pen.draw(new Arc2D.Double(x + 4, top + size / 2, size / 2, size / 2, -135, 225, Arc2D.OPEN));
                }
                default -> pen.draw(new Ellipse2D.Double(x, top, size, size));
            }
            x += size + 8;
        }
        pen.dispose();
        return image;
    }

    private static Path2D arch(double x, double top, double size) {
        Path2D arch = new Path2D.Double();
        arch.moveTo(x, top + size + 2);
        arch.lineTo(x, top + size / 2);
        arch.append(new Arc2D.Double(x, top, size, size, 180, -180, Arc2D.OPEN), true);
        arch.lineTo(x + size, top + size + 2);
        return arch;
    }

    private static BufferedImage background() {
        BufferedImage image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xffd9a0), 1920, 1080, new Color(0x3b1457)));
        pen.fillRect(0, 0, 1920, 1080);
        pen.setColor(new Color(255, 255, 255, 46));
        for (int hill = 0; hill < 6; hill++) {
            pen.fill(new Ellipse2D.Double(-300 + hill * 340, 420 + (hill % 3) * 130, 900, 900));
        }
        pen.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    private static void write(BufferedImage image, Path folder, String name) throws IOException {
        String format = name.substring(name.lastIndexOf('.') + 1);
        ImageIO.write(image, format, folder.resolve(name).toFile());
    }
}
