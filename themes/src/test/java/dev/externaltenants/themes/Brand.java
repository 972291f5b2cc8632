package dev.externaltenants.themes;

import java.util.HashMap;
import java.util.Map;

/** A brand as the forms provider hands it to a page. */
final class Brand {

    private Brand() {}

    static Page on(Page page) {
        return with(Map.of(), page);
    }

    static Page with(Map<String, Object> changes, Page page) {
        Map<String, Object> brand = new HashMap<>();
        brand.put("stylesheet", "brand/brand.css");
        brand.put("favicon", "brand/favicon.png");
        brand.put("headerLogo", image("header"));
        brand.put("bannerLogo", image("banner"));
        brand.put("background", true);
        brand.put("layout", "partial");
        brand.put("alignment", "end");
        brand.put("header", true);
        brand.put("footer", true);
        brand.put("privacy", Map.of("text", "Privacy & cookies", "url", "https://contoso.example/privacy"));
        brand.put("terms", Map.of("url", "https://contoso.example/terms"));
        brand.put("tenantName", "Contoso");
        brand.put("signInText", "Need <strong>help</strong>?");
        brand.put("usernameHint", "Your customer number");
        brand.put("resetText", "Lost it?");
        brand.putAll(changes);
        return page.with("xtBrand", brand);
    }

    static Map<String, Object> image(String name) {
        return Map.of("url", "brand/" + name + ".png", "width", 245, "height", 36);
    }
}
