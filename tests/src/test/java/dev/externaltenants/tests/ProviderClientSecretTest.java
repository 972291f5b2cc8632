package dev.externaltenants.tests;

import java.net.URI;
import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** How the tenant proves itself to an OpenID provider by the secret that it has from there. */
@Tag("any-database")
final class ProviderClientSecretTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("client-secrets", MAIL);

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    @Test
    void aSecretThatSignsAJwtIsNotSent() throws ParseException, JOSEException {
        PROVIDER.takesClientsBy("client_secret_jwt");
        TENANT.admin()
                .post(
                        TENANT.path("/identity-providers"),
                        Map.of(
                                "type",
                                "oidc",
                                "alias",
                                "fabrikam",
                                "displayName",
                                "Fabrikam",
                                "clientId",
                                StandInProvider.CLIENT_ID,
                                "clientSecret",
                                StandInProvider.CLIENT_SECRET,
                                "clientAuthentication",
                                "client_secret_jwt",
                                "wellKnownEndpoint",
                                PROVIDER.issuer() + "/.well-known/openid-configuration",
                                "issuer",
                                PROVIDER.issuer()))
                .expect(201);

        String email = signedInBy("fabrikam");

        Map<String, String> sent = PROVIDER.lastTokenRequest();
        SignedJWT proof = SignedJWT.parse(sent.get("client_assertion"));
        assertThat(email).isEqualTo("kim@example.com");
        assertThat(sent)
                .doesNotContainKey("client_secret")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(proof.verify(new MACVerifier(StandInProvider.CLIENT_SECRET))).isTrue();
        assertThat(proof.getJWTClaimsSet().getSubject()).isEqualTo(StandInProvider.CLIENT_ID);
    }

    /** Returns the address in the ID token. */
    private static String signedInBy(String alias) {
        TENANT.existingCustomer("kim@example.com", Journey.PASSWORD);
        TENANT.link("kim@example.com", alias, "subject-of-kim");
        PROVIDER.signsIn("subject-of-kim", Map.of("email", "kim@example.com", "email_verified", true));
        RelyingParty app =
                TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").lists(alias)));
        FormBrowser browser = new FormBrowser();
        SignIn signIn = app.signIn(Map.of("kc_idp_hint", alias));
        URI returned = PROVIDER.through(browser, browser.open(signIn.uri())).returned();
        return signIn.redeem(returned).id().getClaim("email").toString();
    }
}
