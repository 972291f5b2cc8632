package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant's brand: drafted, published, shown on the next page, and taken back. */
final class BrandingTest {

    private static final Map<String, String> PINK = Map.of("accentColor", "#b0005a");
    private static final Map<String, String> BLUE = Map.of("accentColor", "#003a8c");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("branding", MAIL);

    private static RelyingParty shop;

    @BeforeAll
    static void app() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("default")));
    }

    @BeforeEach
    void neutral() {
        TENANT.admin().delete(TENANT.path("/branding")).expect(204);
    }

    @Test
    void aDraftIsShownOnceItIsPublished() {
        draft("/branding", PINK);
        assertThat(stylesheet()).isEmpty();

        publish("/branding");

        assertThat(file(stylesheet().orElseThrow()).expect(200).body()).contains("--xt-color-accent:#b0005a");
    }

    @Test
    void filesStayAsTheyAreForEver() {
        draft("/branding", PINK);
        publish("/branding");

        Answer css = file(stylesheet().orElseThrow()).expect(200);

        assertThat(css.headers().firstValue("Content-Type")).contains("text/css;charset=utf-8");
        assertThat(css.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(css.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(css.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = css.headers().firstValue("ETag").orElseThrow();
        assertThat(file(stylesheet().orElseThrow(), Map.of("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aPageThatIsOpenKeepsItsFiles() {
        draft("/branding", PINK);
        publish("/branding");
        String open = stylesheet().orElseThrow();

        draft("/branding", BLUE);
        publish("/branding");

        assertThat(stylesheet()).isPresent().get().isNotEqualTo(open);
        assertThat(file(open).expect(200).body()).contains("#b0005a");
    }

    @Test
    void rollingBackShowsWhatWasBefore() {
        draft("/branding", PINK);
        publish("/branding");
        String first = stylesheet().orElseThrow();
        draft("/branding", BLUE);
        publish("/branding");

        TENANT.admin().post(TENANT.path("/branding/rollback"), null).expect(200);

        assertThat(stylesheet()).contains(first);
    }

    private static Answer draft(String brand, Object draft) {
        return TENANT.admin().put(TENANT.path(brand), draft).expect(200);
    }

    private static void publish(String brand) {
        TENANT.admin().post(TENANT.path(brand + "/publish"), null).expect(200);
    }

    /** Returns the address of the brand's stylesheet on the sign-in page of the shop. */
    private static Optional<String> stylesheet() {
        return Optional.ofNullable(signInPage().document().selectFirst("link[rel=stylesheet][href*=/xt-brand/]"))
                .map(link -> link.attr("href"));
    }

    private static FormPage signInPage() {
        return Journey.at(shop, MAIL).signInPage();
    }

    private static Answer file(String path) {
        return file(path, Map.of());
    }

    private static Answer file(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(TENANT.server().base().resolve(path).toString()));
        headers.forEach(request::header);
        return AdminApi.send("GET " + path, request.build());
    }
}
