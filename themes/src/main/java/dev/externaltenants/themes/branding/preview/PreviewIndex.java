package dev.externaltenants.themes.branding.preview;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import dev.externaltenants.themes.branding.BrandPreview;
import dev.externaltenants.themes.branding.PreviewAddress;
import dev.externaltenants.themes.sample.Screen;
import dev.externaltenants.themes.sample.ScreenGroup;
import dev.externaltenants.themes.sample.Screens;
import org.keycloak.models.KeycloakSession;

/** What the page that shows all screens of a preview says. */
final class PreviewIndex {

    private static final String PHONE = "phone";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final BrandPreview preview;
    private final String address;
    private final boolean phone;

    /** @param view {@code phone} for narrow screens, anything else for wide ones */
    PreviewIndex(KeycloakSession session, BrandPreview preview, String token, String view) {
        this.preview = preview;
        this.address = PreviewAddress.of(session, session.getContext().getRealm()) + token;
        this.phone = PHONE.equals(view);
    }

    Map<String, Object> model() {
        return Map.of(
                "address",
                address,
                "theme",
                preview.theme() == null ? "" : preview.theme(),
                "until",
                CLOCK.format(preview.expiresAt()),
                "phone",
                phone,
                "groups",
                Screens.groups().stream().map(PreviewIndex::group).toList());
    }

    private static Map<String, Object> group(ScreenGroup group) {
        List<Map<String, String>> screens =
                group.screens().stream().map(PreviewIndex::screen).toList();
        return Map.of("title", group.title(), "screens", screens);
    }

    private static Map<String, String> screen(Screen screen) {
        return Map.of("id", screen.id(), "title", screen.title());
    }
}
