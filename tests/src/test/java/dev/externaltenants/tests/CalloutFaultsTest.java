package dev.externaltenants.tests;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.hostile.Fault;
import dev.externaltenants.tests.servers.hostile.HostileApis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Every fault of a hostile API, met by an app that renews its tokens: in time, told to the operator alone, and survived. */
@Tag("any-database")
final class CalloutFaultsTest {

    private static final int TIMEOUT = 800;

    /** The timeout, and room for a busy machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private static final Duration FOR_ALL = Duration.ofSeconds(60);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("faults", MAIL);

    private static HostileApis apis;
    private static String extension;
    private static SignIn signIn;
    private static String refreshToken;

    @BeforeAll
    static void signIn() throws UnknownHostException {
        // the name that this machine has for itself; the operator allowed the address 127.0.0.1 only
        apis = HostileApis.start(InetAddress.getLocalHost().getHostName());
        // Keycloak keeps none of refreshes unless it is told to
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/events/config",
                        Map.of("eventsEnabled", true, "enabledEventTypes", List.of("REFRESH_TOKEN_ERROR")))
                .expect(204);
        extension = TENANT.admin()
                .post(TENANT.path("/custom-extensions"), extension(apis.good(), "FAIL"))
                .createdId();
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(
                TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").claimsFrom(extension))), MAIL);
        URI returned = journey.passwordGiven(email, Journey.PASSWORD).returned();
        signIn = journey.signIn();
        refreshToken = signIn.redeem(returned).refreshToken();
    }

    @AfterAll
    static void close() {
        apis.close();
    }

    @Test
    void whereTheExtensionMustAnswerNoFaultBringsATokenAndTheEventTellsItsNumber() {
        List<String> told = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        long start = System.nanoTime();
        for (Fault fault : Fault.values()) {
            Answer answer = renewedInTime(fault, "FAIL");

            assertThat(answer.status()).as("%s: %s", fault, answer).isEqualTo(400);
            assertThat(answer.error()).as("%s: %s", fault, answer).isEqualTo("server_error");
            assertThat(answer.body()).as(fault.name()).doesNotContain("100300", "100302", "127.0.0.1");
            told.add(fault + " " + lastEvent().at("/details/xt_callout_error").asText());
            expected.add(fault + " " + fault.number());
        }

        assertThat(told).isEqualTo(expected);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FOR_ALL);
        point(apis.good(), "FAIL");
        assertThat(signIn.refresh(refreshToken).expect(200).json().has("access_token"))
                .isTrue();
    }

    @Test
    void whereTheExtensionMayFailEveryFaultLeavesTokensWithoutItsClaims() {
        long start = System.nanoTime();
        for (Fault fault : Fault.values()) {
            JsonNode tokens = renewedInTime(fault, "CONTINUE").expect(200).json();

            assertThat(claims(tokens.path("access_token").asText()))
                    .as(fault.name())
                    .doesNotContainKey("loyaltyTier");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FOR_ALL);
    }

    @Test
    void anAnswerOverwritesNoneOfTheClaimsThatAreTheServersOwn() {
        point(apis.good(), "FAIL");
        JsonNode own = signIn.refresh(refreshToken).expect(200).json();
        point(apis.forging(), "FAIL");

        JsonNode tokens = signIn.refresh(refreshToken).expect(200).json();

        for (String token : List.of("access_token", "id_token")) {
            Map<String, Object> claims = claims(tokens.path(token).asText());
            assertThat(claims).as(token).containsEntry("loyaltyTier", "gold");
            assertThat(claims.toString()).as(token).doesNotContain(HostileApis.FORGED);
            for (String name : List.of("iss", "sub", "aud", "azp", "sid", "typ", "preferred_username")) {
                assertThat(claims.get(name))
                        .as("%s of %s", name, token)
                        .isEqualTo(claims(own.path(token).asText()).get(name));
            }
        }
    }

    @Test
    void noExtensionMayBeSetUpToOverwriteOne() {
        Map<String, Object> mapping = extension(apis.forging(), "FAIL");
        mapping.put("claims", List.of(Map.of("claimIdInApiResponse", "loyaltyTier", "claim", "sub")));

        Answer refused = TENANT.admin().put(TENANT.path("/custom-extensions/" + extension), mapping);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_extension_claim_reserved");
    }

    private static Answer renewedInTime(Fault fault, String behaviour) {
        point(apis.url(fault), behaviour);
        long start = System.nanoTime();
        Answer answer = signIn.refresh(refreshToken);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(fault.name()).isLessThan(DEADLINE);
        return answer;
    }

    private static void point(URI target, String behaviour) {
        TENANT.admin()
                .put(TENANT.path("/custom-extensions/" + extension), extension(target, behaviour))
                .expect(200);
    }

    private static Map<String, Object> claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode lastEvent() {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=REFRESH_TOKEN_ERROR&max=1")
                .expect(200)
                .json()
                .path(0);
    }

    private static Map<String, Object> extension(URI target, String behaviour) {
        Map<String, Object> extension = new HashMap<>();
        extension.put("name", "hostile");
        extension.put("targetUrl", target.toString());
        extension.put("timeoutInMilliseconds", TIMEOUT);
        extension.put("maximumRetries", 0);
        extension.put("behaviorOnError", behaviour);
        extension.put("claims", List.of(Map.of("claimIdInApiResponse", "loyaltyTier")));
        return extension;
    }
}
