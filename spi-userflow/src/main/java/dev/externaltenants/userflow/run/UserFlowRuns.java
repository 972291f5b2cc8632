package dev.externaltenants.userflow.run;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.UriBuilder;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.PkceUtils;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** Prepares runs of a user flow; it checks as the authorization endpoint will. */
public final class UserFlowRuns {

    private static final String WILDCARD = "*";

    private final KeycloakSession session;

    public UserFlowRuns(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Prepares a run.
     *
     * @throws TenantException {@code xt_flow_without_application}, {@code xt_flow_application_unknown},
     *     {@code xt_redirect_uri_missing}, {@code xt_redirect_uri_unknown}, {@code xt_invalid_value}
     */
    public UserFlowRun prepare(RealmModel realm, UserFlow flow, UserFlowRun.Request request) {
        ClientModel app = app(realm, flow, request.application());
        String redirectUri = redirectUri(app, request.redirectUri());
        checkLanguage(realm, request.language());
        String state = SecretGenerator.getInstance().generateSecureID();
        String nonce = SecretGenerator.getInstance().generateSecureID();
        UserFlowRun.Pkce pkce = Boolean.FALSE.equals(request.pkce()) ? null : pkce();

        // The customer's host, whatever host the administrator came by.
        URI base = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        UriBuilder url = OIDCLoginProtocolService.authUrl(UriBuilder.fromUri(base));
        add(url, OAuth2Constants.CLIENT_ID, app.getClientId());
        add(url, OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE);
        add(url, OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID);
        add(url, OAuth2Constants.REDIRECT_URI, redirectUri);
        add(url, OAuth2Constants.STATE, state);
        add(url, OIDCLoginProtocol.NONCE_PARAM, nonce);
        add(url, OIDCLoginProtocol.PROMPT_PARAM, OIDCLoginProtocol.PROMPT_VALUE_LOGIN);
        if (pkce != null) {
            add(url, OAuth2Constants.CODE_CHALLENGE, pkce.codeChallenge());
            add(url, OAuth2Constants.CODE_CHALLENGE_METHOD, pkce.codeChallengeMethod());
        }
        if (request.language() != null) {
            add(url, OAuth2Constants.UI_LOCALES_PARAM, request.language());
        }
        return new UserFlowRun(
                url.build(realm.getName()),
                URI.create(Urls.realmIssuer(base, realm.getName()) + "/.well-known/openid-configuration"),
                app.getClientId(),
                redirectUri,
                OAuth2Constants.CODE,
                OAuth2Constants.SCOPE_OPENID,
                state,
                nonce,
                pkce);
    }

    private ClientModel app(RealmModel realm, UserFlow flow, String clientId) {
        List<ClientModel> apps = UserFlowProvider.of(session)
                .apps(realm, flow)
                .filter(UserFlowRuns::redeemsCodes)
                .toList();
        if (apps.isEmpty()) {
            throw TenantException.conflict(
                    "xt_flow_without_application",
                    null,
                    "No app that signs in by OpenID Connect is mapped to this user flow. Map one first.");
        }
        if (clientId == null) {
            return apps.stream()
                    .filter(app -> exactRedirectUri(app).isPresent())
                    .findFirst()
                    .orElse(apps.get(0));
        }
        return apps.stream()
                .filter(app -> app.getClientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> TenantException.invalid(
                        "xt_flow_application_unknown",
                        "application",
                        "The app is not mapped to this user flow, or does not sign in by OpenID Connect."));
    }

    private static boolean redeemsCodes(ClientModel app) {
        boolean openId = app.getProtocol() == null || app.getProtocol().equals(OIDCLoginProtocol.LOGIN_PROTOCOL);
        return openId && app.isEnabled() && app.isStandardFlowEnabled() && !app.isBearerOnly();
    }

    private String redirectUri(ClientModel app, String wanted) {
        String chosen = wanted == null ? firstRedirectUri(app) : wanted;
        String verified = RedirectUtils.verifyRedirectUri(session, chosen, app);
        if (verified == null) {
            throw TenantException.invalid(
                    "xt_redirect_uri_unknown",
                    "redirectUri",
                    "The app " + app.getClientId() + " has no such redirect URI.");
        }
        return verified;
    }

    private static String firstRedirectUri(ClientModel app) {
        return exactRedirectUri(app)
                .orElseThrow(() -> TenantException.invalid(
                        "xt_redirect_uri_missing",
                        "redirectUri",
                        "The app " + app.getClientId()
                                + " has no redirect URI without a wildcard. Name the one to return to."));
    }

    private static Optional<String> exactRedirectUri(ClientModel app) {
        return app.getRedirectUris().stream()
                .filter(uri -> !uri.contains(WILDCARD))
                .sorted()
                .findFirst();
    }

    private static void checkLanguage(RealmModel realm, String language) {
        if (language != null && realm.getSupportedLocalesStream().noneMatch(language::equals)) {
            throw TenantException.invalid("xt_invalid_value", "language", "The tenant's pages have no such language.");
        }
    }

    private static UserFlowRun.Pkce pkce() {
        String verifier = PkceUtils.generateCodeVerifier();
        String challenge = PkceUtils.encodeCodeChallenge(verifier, OAuth2Constants.PKCE_METHOD_S256);
        return new UserFlowRun.Pkce(verifier, challenge, OAuth2Constants.PKCE_METHOD_S256);
    }

    /** Encoded whole: what looks like a template, as braces do, is a value. */
    private static void add(UriBuilder url, String name, String value) {
        url.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
    }
}
