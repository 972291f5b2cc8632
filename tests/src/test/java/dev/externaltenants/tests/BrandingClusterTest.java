package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.tests.harness.Node.A;
import static dev.externaltenants.tests.harness.Node.B;
import static org.assertj.core.api.Assertions.assertThat;

/** What is published at one node is on the next page of the other, and its files load from both. */
@Tag("cluster")
final class BrandingClusterTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgz04CAAFpAN1Gs48ZAAAAAElFTkSuQmCC";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Cluster cluster = Cluster.running().whole().onNode(A);
    private Tenant tenant;
    private RelyingParty shop;

    @BeforeEach
    void freshTenant() {
        tenant = Tenant.named("branding", MAIL).on(Cluster::running).create();
        shop = tenant.app("shop", tenant.userFlow(FlowSpec.named("customers")));
    }

    @AfterEach
    void deleteTenant() {
        cluster.onNode(A);
        tenant.delete();
    }

    @Test
    void aPageOfOneNodeLoadsItsStylesheetFromTheOtherAtOnce() {
        publish("#b0005a");
        String first = stylesheet();
        publish("#003a8c");
        String second = stylesheet();

        cluster.onNode(B);

        assertThat(file(second).expect(200).body()).contains("#003a8c");
        assertThat(file(first).expect(200).body()).contains("#b0005a");
        Waits.until(
                "B to show what was published last", SOON, () -> stylesheet().equals(second));
    }

    @Test
    void anImageThatOneNodeTookTheOtherServes() {
        String hash = tenant.admin()
                .put(tenant.path("/branding/images/bannerLogo"), Map.of("content", PIXEL))
                .expect(200)
                .json()
                .at("/draft/images/bannerLogo/hash")
                .asText();

        cluster.onNode(B);

        Answer served = file("/realms/" + tenant.realm() + "/xt-brand/" + hash + "/bannerLogo.png");
        assertThat(served.expect(200).headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void aMailOfOneNodeWearsTheThemeThatTheOtherGaveTheApp() {
        publish("#b0005a");
        tenant.admin().post(tenant.path("/themes"), Map.of("name", "club")).expect(201);
        publish("/themes/club", "#003a8c");
        tenant.admin().put(tenant.path("/themes/club/applications/shop"), null).expect(204);

        cluster.onNode(B);

        Waits.until("B to mail in the theme", SOON, () -> codeMail().contains("border-top:4px solid #003a8c"));
    }

    private String codeMail() {
        String address = Customers.anyone();
        Journey.at(shop, MAIL).codePage(address);
        return MAIL.nextTo(address).html();
    }

    private void publish(String accent) {
        publish("/branding", accent);
    }

    private void publish(String brand, String accent) {
        tenant.admin().put(tenant.path(brand), Map.of("accentColor", accent)).expect(200);
        tenant.admin().post(tenant.path(brand + "/publish"), null).expect(200);
    }

    private String stylesheet() {
        return Journey.at(shop, MAIL)
                .signInPage()
                .document()
                .select("link[rel=stylesheet][href*=/xt-brand/]")
                .attr("href");
    }

    private Answer file(String path) {
        return AdminApi.send(
                "GET " + path,
                HttpRequest.newBuilder(
                                URI.create(tenant.server().base().resolve(path).toString()))
                        .build());
    }
}
