package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Where the parts of a page are whose background is a picture. */
@Tag("any-database")
final class BrandLayoutTest {

    /** One pixel, as in docs/branding.md. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgz04CAAFpAN1G" + "s48ZAAAAAElFTkSuQmCC";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("laid-out", MAIL);

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    @BeforeAll
    static void hasPictures() {
        for (String kind : List.of("background", "headerLogo")) {
            TENANT.admin()
                    .put(TENANT.path("/branding/images/" + kind), Map.of("content", PICTURE))
                    .expect(200);
        }
    }

    @Test
    void besideAPictureThePanelReachesFromTheHeaderToTheEndOfTheWindow() {
        Page page = open("partial");

        BoundingBox header = page.locator(".xt-top").boundingBox();
        BoundingBox panel = page.locator(".xt-page").boundingBox();

        assertThat(panel.y).isCloseTo(header.y + header.height, within(0.5));
        assertThat(panel.y + panel.height).isCloseTo(page.viewportSize().height, within(0.5));
    }

    @Test
    void onAPictureAllThatIsWrittenStandsOnOneSheet() {
        Page page = open("full");

        BoundingBox sheet = page.locator(".xt-page").boundingBox();
        assertThat(page.locator(".xt-page").evaluate("sheet => getComputedStyle(sheet).backgroundColor"))
                .isEqualTo("rgb(18, 52, 86)");
        for (String part : List.of("#kc-header", "main", "#kc-locale", "footer")) {
            BoundingBox box = page.locator(part).boundingBox();
            assertThat(box.x).as(part).isGreaterThanOrEqualTo(sheet.x);
            assertThat(box.x + box.width).as(part).isLessThanOrEqualTo(sheet.x + sheet.width);
        }
        assertThat(page.locator("main").boundingBox().width).isEqualTo(sheet.width);
        assertThat(page.locator("#kc-header").evaluate("name => getComputedStyle(name).color"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    private Page open(String layout) {
        Map<String, Object> brand = Map.of(
                "layout",
                layout,
                "header",
                true,
                "backgroundColor",
                "#123456",
                "texts",
                Map.of("privacyUrl", "https://contoso.example/privacy"));
        TENANT.admin().put(TENANT.path("/branding"), brand).expect(200);
        String link = TENANT.admin()
                .post(TENANT.path("/branding/preview"), null)
                .expect(200)
                .json()
                .path("url")
                .asText();
        browser.page().navigate(link + "/error");
        return browser.page();
    }
}
