package dev.externaltenants.claimsextension.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.core.MultivaluedHashMap;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtension.AnswerUse;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutProvider;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.claimsextension.mapping.AppClaimsMapping;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.junit.jupiter.api.Test;
import org.keycloak.Token;
import org.keycloak.events.EventType;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.representations.AccessToken;
import org.keycloak.sessions.AuthenticationSessionModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExtensionClaimsTest {

    private static final CalloutResult<?> ANSWER = new CalloutResult.Answered<>(Map.of("tier", "gold", "other", "x"));
    private static final CalloutResult<?> FAILURE =
            new CalloutResult.Failed<>(CalloutError.TIMED_OUT, Duration.ofSeconds(1), 2);

    private final List<CalloutRequest> calls = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private final Map<String, Object> requestAttributes = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private BehaviorOnError behavior = BehaviorOnError.FAIL;
    private CalloutResult<?> result = ANSWER;
    private AppFlow appFlow = new AppFlow.Assigned(flowPointingTo("ext"));
    private String serviceAccountOf;
    private String grantType = "authorization_code";
    private Token adminsToken;
    private String protocol = "openid-connect";
    private String claimsMapping;
    private EventType grant = EventType.CODE_TO_TOKEN;
    private List<AnswerUse> keepAnswerFor = List.of();
    private long version = 1;

    @Test
    void mapsTheClaimsOfTheExtension() {
        assertThat(claims()).isEqualTo(Map.of("loyaltyTier", "gold"));
    }

    @Test
    void asksOnceForAllTokensOfAResponse() {
        claims();
        claims();

        assertThat(calls).hasSize(1);
    }

    @Test
    void tellsTheApiWhoSignsInWhere() {
        claims();

        CalloutRequest call = calls.get(0);
        assertThat(call.issuer()).isEqualTo("https://login.example.org/realms/contoso");
        assertThat(call.listenerId()).isEqualTo("flow");
        assertThat(call.ip()).isEqualTo("192.0.2.7");
        assertThat(call.client()).isEqualTo(new CalloutRequest.App("app-id", "shop", "shop"));
        assertThat(call.user().displayName()).isEqualTo("Dana Smith");
        assertThat(call.user().companyName()).isNull();
    }

    @Test
    void asksNothingForAnAppWithoutAUserFlow() {
        appFlow = new AppFlow.None();

        assertThat(claims()).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void asksNothingForAFlowWithoutAnExtension() {
        appFlow = new AppFlow.Assigned(flowPointingTo(null));

        assertThat(claims()).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void asksNothingForServiceAccounts() {
        serviceAccountOf = "app-id";

        assertThat(claims()).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void stopsTheTokenResponseWhenTheExtensionFails() {
        result = FAILURE;

        assertThatExceptionOfType(TokenInterceptorException.class)
                .isThrownBy(this::claims)
                .satisfies(refusal -> {
                    assertThat(refusal.getError()).isEqualTo("server_error");
                    assertThat(refusal.getDescription()).doesNotContain("1003005");
                });
        assertThat(reports).containsExactly("CODE_TO_TOKEN claims 1003005");
    }

    @Test
    void stopsTheTokenResponseWhenTheExtensionIsMissing() {
        appFlow = new AppFlow.Assigned(flowPointingTo("gone"));

        assertThatExceptionOfType(TokenInterceptorException.class).isThrownBy(this::claims);
        assertThat(reports).containsExactly("CODE_TO_TOKEN gone 1003011");
    }

    @Test
    void issuesTokensWithoutTheClaimsWhenTheExtensionMayFail() {
        result = FAILURE;
        behavior = BehaviorOnError.CONTINUE;

        assertThat(claims()).isEmpty();
        assertThat(claims()).isEmpty();
        assertThat(calls).hasSize(1);
    }

    @Test
    void reportsNoFailedLoginWhenTokensAreIssuedAllTheSame() {
        result = FAILURE;
        behavior = BehaviorOnError.CONTINUE;

        claims();

        assertThat(reports).isEmpty();
    }

    @Test
    void refusesTheTokenWhenTheUserFlowOfTheAppIsNotAvailable() {
        appFlow = new AppFlow.Unavailable("disabled-flow");
        grantType = "refresh_token";

        assertThatExceptionOfType(TokenInterceptorException.class)
                .isThrownBy(this::claims)
                .extracting(TokenInterceptorException::getError)
                .isEqualTo("server_error");
        assertThat(calls).isEmpty();
        assertThat(reports).containsExactly("CODE_TO_TOKEN app unavailable disabled-flow");
    }

    @Test
    void showsAPreviewWithoutTheClaimsWhenTheExtensionFails() {
        result = FAILURE;
        grantType = null;
        adminsToken = new AccessToken();

        assertThat(claims()).isEmpty();
        assertThat(reports).containsExactly("CLIENT_INFO claims 1003005");
    }

    @Test
    void knowsTheBrowserByItsAuthenticationSession() {
        grantType = null;

        assertThat(Issuance.of(session(), app())).isInstanceOf(Issuance.FrontChannel.class);
    }

    @Test
    void theAppsOwnMappingCountsInsteadOfTheExtensions() {
        claimsMapping = policy("{'Source':'CustomClaimsProvider','ID':'other','JwtClaimType':'renamed'},"
                + "{'Value':'v2','JwtClaimType':'policy'}");

        assertThat(claims()).isEqualTo(Map.of("renamed", "x", "policy", "v2"));
    }

    @Test
    void constantsOfTheMappingNeedNoExtension() {
        appFlow = new AppFlow.None();
        claimsMapping = policy("{'Value':'v2','JwtClaimType':'policy'}");

        assertThat(claims()).isEqualTo(Map.of("policy", "v2"));
        assertThat(calls).isEmpty();
    }

    @Test
    void stopsTheTokenResponseWhenTheMappingBreaksARule() {
        claimsMapping = policy("{'Value':'x','JwtClaimType':'sub'}");

        assertThatExceptionOfType(TokenInterceptorException.class).isThrownBy(this::claims);
        assertThat(calls).isEmpty();
        assertThat(reports).containsExactly("CODE_TO_TOKEN mapping xt_claims_mapping_name_reserved");
    }

    @Test
    void aSamlAppHasNamesOfItsOwn() {
        protocol = "saml";
        claimsMapping = policy("{'Source':'CustomClaimsProvider','ID':'other','JwtClaimType':'no',"
                + "'SamlClaimType':'urn:shop:other'},{'Value':'v2','JwtClaimType':'tokens-alone'}");

        assertThat(claims()).isEqualTo(Map.of("urn:shop:other", "x"));
        assertThat(calls.get(0).client().protocol()).isEqualTo(CalloutRequest.Protocol.SAML);
    }

    @Test
    void keepsNothingUnlessTheExtensionSaysSo() {
        claims();

        assertThat(notes).isEmpty();
        assertThat(claimsOfUserinfo()).isEmpty();
    }

    @Test
    void keepsOfTheAnswerOnlyWhatReachesTokens() {
        keepAnswerFor = List.of(AnswerUse.USERINFO);

        claims();

        assertThat(notes)
                .containsExactly(
                        Map.entry(KeptAnswer.NOTE, "{\"extension\":\"ext.1\",\"claims\":{\"tier\":\"gold\"}}"));
        assertThat(claimsOfUserinfo()).isEqualTo(Map.of("loyaltyTier", "gold"));
        assertThat(calls).hasSize(1);
    }

    @Test
    void aRefreshAsksAgainUnlessTheAnswerIsKeptForIt() {
        keepAnswerFor = List.of(AnswerUse.USERINFO);
        claims();

        refresh();

        assertThat(calls).hasSize(2);
    }

    @Test
    void aRefreshTakesTheKeptAnswerWhereTheExtensionSaysSo() {
        keepAnswerFor = List.of(AnswerUse.REFRESH);
        claims();

        assertThat(refresh()).isEqualTo(Map.of("loyaltyTier", "gold"));

        assertThat(calls).hasSize(1);
        assertThat(claimsOfUserinfo()).isEmpty();
    }

    @Test
    void aNewSignInAsksAgainThoughAnAnswerIsKept() {
        keepAnswerFor = List.of(AnswerUse.REFRESH);
        claims();
        requestAttributes.clear();

        claims();

        assertThat(calls).hasSize(2);
    }

    @Test
    void whatAnExtensionSaidBeforeItWasChangedCountsForNothing() {
        keepAnswerFor = List.of(AnswerUse.REFRESH, AnswerUse.USERINFO);
        claims();
        version = 2;

        assertThat(claimsOfUserinfo()).isEmpty();
        refresh();

        assertThat(calls).hasSize(2);
        assertThat(claimsOfUserinfo()).isEqualTo(Map.of("loyaltyTier", "gold"));
    }

    @Test
    void userinfoShowsNothingOfTheSignInBeforeOneWithoutClaims() {
        keepAnswerFor = List.of(AnswerUse.USERINFO);
        behavior = BehaviorOnError.CONTINUE;
        claims();
        result = FAILURE;

        refresh();

        assertThat(claimsOfUserinfo()).isEmpty();
    }

    private Map<String, Object> refresh() {
        requestAttributes.clear();
        grant = EventType.REFRESH_TOKEN;
        return claims();
    }

    private Map<String, Object> claimsOfUserinfo() {
        return new ExtensionClaims(context(null), new Reports()).ofLastAnswer();
    }

    private static String policy(String entries) {
        return ("{'ClaimsMappingPolicy':{'Version':1,'ClaimsSchema':[" + entries + "]}}").replace('\'', '"');
    }

    private TokenContext context(String issuer) {
        return new TokenContext(session(), userSession(), clientSession(), Optional.empty(), issuer);
    }

    private Map<String, Object> claims() {
        return new ExtensionClaims(context("https://login.example.org/realms/contoso"), new Reports())
                .of(TokenAudience.CLIENT);
    }

    private final class Reports implements ExtensionClaims.RefusalReport {

        @Override
        public void extensionFailed(
                Issuance issuance, Optional<UserFlow> flow, EventHandler handler, CalloutResult.Failed<?> failure) {
            reports.add(issuance.eventType() + " " + handler.name() + " "
                    + failure.error().code());
        }

        @Override
        public void mappingInvalid(Issuance issuance, String reason) {
            reports.add(issuance.eventType() + " mapping " + reason);
        }

        @Override
        public void appUnavailable(Issuance issuance, String flowId) {
            reports.add(issuance.eventType() + " app unavailable " + flowId);
        }
    }

    private static UserFlow flowPointingTo(String extensionId) {
        return new UserFlow(
                "flow",
                "default",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new UserFlow.Extensions(extensionId, null, null, null, null),
                1L);
    }

    private CustomExtension extension() {
        return new CustomExtension(
                "ext",
                "claims",
                null,
                "https://api.example.org",
                "api://api.example.org/ext",
                null,
                null,
                behavior,
                null,
                List.of(new ClaimMapping("tier", "loyaltyTier")),
                keepAnswerFor,
                null,
                null,
                null,
                version);
    }

    private KeycloakSession session() {
        Map<Class<?>, Object> providers = new HashMap<>();
        providers.put(
                UserFlowProvider.class,
                Fake.of(UserFlowProvider.class).on("forApp", args -> appFlow).get());
        providers.put(
                CustomExtensionProvider.class,
                Fake.of(CustomExtensionProvider.class)
                        .on("find", args -> Optional.of(extension()).filter(e -> e.id().equals(args[1])))
                        .get());
        providers.put(
                AuthenticationEventListenerProvider.class,
                Fake.of(AuthenticationEventListenerProvider.class)
                        .on("forEvent", args -> Optional.empty())
                        .get());
        providers.put(
                CalloutProvider.class,
                Fake.of(CalloutProvider.class)
                        .on("call", args -> {
                            calls.add((CalloutRequest) args[0]);
                            return result;
                        })
                        .on("uncalled", args -> CalloutResult.Failed.untried((CalloutError) args[1]))
                        .get());
        providers.put(
                OAuth2GrantType.class,
                Fake.of(OAuth2GrantType.class).on("getEventType", args -> grant).get());
        return Fake.of(KeycloakSession.class)
                .on("getProvider", args -> providers.get((Class<?>) args[0]))
                .on("getContext", args -> context())
                .on("getAttribute", args -> requestAttributes.get((String) args[0]))
                .on("setAttribute", args -> requestAttributes.put((String) args[0], args[1]))
                .get();
    }

    private KeycloakContext context() {
        MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
        if (grantType != null) {
            form.putSingle("grant_type", grantType);
        }
        HttpRequest request = Fake.of(HttpRequest.class)
                .on("getDecodedFormParameters", args -> form)
                .get();
        return Fake.of(KeycloakContext.class)
                .on("getHttpRequest", args -> request)
                .on("getAuthenticationSession", args -> Fake.of(AuthenticationSessionModel.class)
                        .get())
                .on("getBearerToken", args -> adminsToken)
                .on("resolveLocale", args -> Locale.US)
                .get();
    }

    private UserSessionModel userSession() {
        return Fake.of(UserSessionModel.class)
                .on("getId", args -> "session")
                .on("getUser", args -> customer())
                .on("getIpAddress", args -> "192.0.2.7")
                .get();
    }

    private AuthenticatedClientSessionModel clientSession() {
        return Fake.of(AuthenticatedClientSessionModel.class)
                .on("getClient", args -> app())
                .on("getNote", args -> notes.get((String) args[0]))
                .on("setNote", args -> notes.put((String) args[0], (String) args[1]))
                .on("removeNote", args -> notes.remove((String) args[0]))
                .get();
    }

    private UserModel customer() {
        Function<Object[], Object> none = args -> null;
        return Fake.of(UserModel.class)
                .on("getId", args -> "user")
                .on("getUsername", args -> "dana@example.org")
                .on("getEmail", args -> "dana@example.org")
                .on("getFirstName", args -> "Dana")
                .on("getLastName", args -> "Smith")
                .on("getFirstAttribute", none)
                .on("getCreatedTimestamp", none)
                .on("getServiceAccountClientLink", args -> serviceAccountOf)
                .get();
    }

    private ClientModel app() {
        RealmModel realm =
                Fake.of(RealmModel.class).on("getId", args -> "realm-id").get();
        return Fake.of(ClientModel.class)
                .on("getId", args -> "app-id")
                .on("getClientId", args -> "shop")
                .on("getName", args -> "")
                .on("getProtocol", args -> protocol)
                .on("getAttribute", args -> AppClaimsMapping.CLIENT_ATTRIBUTE.equals(args[0]) ? claimsMapping : null)
                .on("getRealm", args -> realm)
                .get();
    }
}
