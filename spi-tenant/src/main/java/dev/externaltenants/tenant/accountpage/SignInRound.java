package dev.externaltenants.tenant.accountpage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.PkceUtils;
import org.keycloak.urls.UrlType;

/**
 * The way by the tenant's sign-in and back to a page. The page needs no token: what it goes by is the session. So the
 * code of the sign-in is never redeemed, and nobody else can, because its PKCE verifier is thrown away.
 */
final class SignInRound {

    private static final String STATE_COOKIE = "XT_ACCOUNT_STATE";

    /** As long as a customer may take over signing in. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final AccountRequest request;
    private final PageCookies cookies;

    SignInRound(AccountRequest request, PageCookies cookies) {
        this.request = request;
        this.cookies = cookies;
    }

    /** @param more parameters of the authorization request */
    Response begin(String page, Map<String, String> more) {
        String state = SecretGenerator.getInstance().generateSecureID();
        URI base = request.session().getContext().getUri(UrlType.FRONTEND).getBaseUri();
        UriBuilder url = OIDCLoginProtocolService.authUrl(UriBuilder.fromUri(base));
        add(url, OAuth2Constants.CLIENT_ID, request.account().getClientId());
        add(url, OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE);
        add(url, OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID);
        add(url, OAuth2Constants.REDIRECT_URI, request.address(page).toString());
        add(url, OAuth2Constants.STATE, state);
        add(
                url,
                OAuth2Constants.CODE_CHALLENGE,
                PkceUtils.encodeCodeChallenge(PkceUtils.generateCodeVerifier(), OAuth2Constants.PKCE_METHOD_S256));
        add(url, OAuth2Constants.CODE_CHALLENGE_METHOD, OAuth2Constants.PKCE_METHOD_S256);
        more.forEach((name, value) -> add(url, name, value));
        return PageView.redirect(url.build(request.realm().getName()))
                .cookie(cookies.of(STATE_COOKIE, state, LONGEST))
                .build();
    }

    boolean isReturn() {
        return request.query(OAuth2Constants.STATE) != null;
    }

    /** Returns whether this browser went on that round. */
    boolean isOwn() {
        return request.cookie(STATE_COOKIE)
                .filter(state -> MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8),
                        request.query(OAuth2Constants.STATE).getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** Returns whether the sign-in was done, by its own word: the address that the browser came back by is no proof. */
    boolean isDoneBy(Optional<Visitor> visitor) {
        return visitor.map(who -> who.atAccount().getNote(OIDCLoginProtocol.STATE_PARAM))
                .filter(request.query(OAuth2Constants.STATE)::equals)
                .isPresent();
    }

    /** Returns what to tell of an action that the customer was sent to. */
    Optional<Notice> notice() {
        return "success".equals(request.query(Constants.KC_ACTION_STATUS))
                ? Notice.ofAction(request.query(Constants.KC_ACTION))
                : Optional.empty();
    }

    /** Leads to the page without what the sign-in put into its address. */
    Response end(String page, Optional<Notice> notice) {
        Response.ResponseBuilder way = PageView.redirect(request.address(page)).cookie(cookies.expired(STATE_COOKIE));
        notice.ifPresent(said -> way.cookie(cookies.notice(said)));
        return way.build();
    }

    /** Encoded whole: what looks like a template, as braces do, is a value. */
    private static void add(UriBuilder url, String name, String value) {
        url.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
    }
}
