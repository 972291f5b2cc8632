package dev.externaltenants.themes.branding;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stylesheets of brands for pages without a server, written as the engine writes them. */
public final class SampleStylesheets {

    /** Brands whose colours are hard to stand on, to be looked at. */
    public static final List<String> EXTREMES = List.of("navy", "yellow", "grey");

    private SampleStylesheets() {}

    /** Returns the stylesheets by their names. */
    public static Map<String, String> looks() {
        Map<String, String> looks = new LinkedHashMap<>();
        looks.put("brand", pictured(css("#7a1fa2", "#f7f1f9", 4)));
        looks.put("colours", css("#b3261e", null, 0));
        looks.put("navy", css("#0a84ff", "#123456", null));
        looks.put("navy-pictured", pictured(css("#0a84ff", "#123456", null)));
        looks.put("yellow", css("#ffff00", "#fffbe0", null));
        looks.put("grey", css("#ffffff", "#777777", null));
        return looks;
    }

    /** The picture is not where a server has it. */
    private static String pictured(String css) {
        return css + ":root{--xt-background:url(\"/brand/background.jpg\")}";
    }

    private static String css(String accent, String background, Integer radius) {
        Brand brand = new Brand(accent, background, radius, null, null, null, null, null, null, null, null, null);
        return new String(Stylesheet.of(brand, "").orElseThrow().content(), StandardCharsets.UTF_8);
    }
}
