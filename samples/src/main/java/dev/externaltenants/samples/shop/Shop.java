package dev.externaltenants.samples.shop;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Request;
import dev.externaltenants.samples.web.Response;

/**
 * A small shop whose customers sign in at a tenant: an OpenID Connect client on the server side (authorization code,
 * PKCE, state, nonce) that shows the claims it received.
 */
public final class Shop implements AutoCloseable {

    private final LocalServer server;
    private final IdentityProvider identityProvider;
    private final Sessions sessions = new Sessions();
    private final String contentSecurityPolicy;
    private final String cookieName;

    private Shop(int port, ShopConfig config) {
        server = LocalServer.start(port, this::handle);
        identityProvider = new IdentityProvider(config, callbackUrl());
        // Signing out posts to the shop, which redirects to the identity provider; browsers check that step too.
        contentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self' " + config.origin();
        // Cookies know no ports: two shops on one machine would overwrite each other's.
        cookieName = "shop_session_" + server.port();
    }

    /** @param port 0 takes a free one. The identity provider is first asked at the first sign-in. */
    public static Shop start(int port, ShopConfig config) {
        return new Shop(port, config);
    }

    /** The front page; also where the browser returns after signing out. */
    public URI url() {
        return server.url("/");
    }

    /** The redirect URI to register. */
    public URI callbackUrl() {
        return server.url("/callback");
    }

    public URI termsUrl() {
        return server.url("/terms");
    }

    /** The customers signed in now, the newest last. */
    public List<Customer> customers() {
        return sessions.signedIn();
    }

    @Override
    public void close() {
        server.close();
    }

    private Response handle(Request request) {
        Response response;
        try {
            response = switch (request.route()) {
                case "GET /" -> Response.page(200, ShopPages.home(sessions.customer(browser(request))));
                case "GET /terms" -> Response.page(200, ShopPages.terms());
                case "GET /sign-in" -> sendToSignIn(request, null);
                case "GET /create-account" -> sendToSignIn(request, new Prompt(Prompt.Type.CREATE));
                case "GET /callback" -> welcomeBack(request);
                case "POST /sign-out" -> signOut(request);
                default -> Response.page(404, ShopPages.notFound());
            };
        } catch (SignInRefused refused) {
            response = Response.page(400, ShopPages.problem(refused));
        }
        return response.with("Content-Security-Policy", contentSecurityPolicy);
    }

    private Response sendToSignIn(Request request, Prompt prompt) throws SignInRefused {
        PendingSignIn pending = sessions.begin(browser(request));
        URI authorization = identityProvider.authorizationUrl(pending, prompt);
        return Response.seeOther(authorization).with("Set-Cookie", cookie(pending.browser()));
    }

    private Response welcomeBack(Request request) throws SignInRefused {
        AuthenticationResponse response = parsed(request);
        PendingSignIn pending = Optional.ofNullable(response.getState())
                .flatMap(state -> sessions.finish(state, browser(request)))
                .orElseThrow(() -> SignInRefused.byShop(
                        "unknown_state", "This browser did not begin this sign-in, or finished it before."));
        String browser = sessions.signIn(identityProvider.redeem(response, pending));
        return Response.seeOther(url()).with("Set-Cookie", cookie(browser));
    }

    private AuthenticationResponse parsed(Request request) throws SignInRefused {
        try {
            return AuthenticationResponseParser.parse(callbackUrl().resolve(request.uri()));
        } catch (ParseException e) {
            throw SignInRefused.byShop("invalid_response", "The authorization response cannot be read.", e);
        }
    }

    private Response signOut(Request request) throws SignInRefused {
        Optional<Customer> customer = sessions.signOut(browser(request));
        return customer.isEmpty()
                ? Response.seeOther(url())
                : Response.seeOther(identityProvider.logoutUrl(customer.get(), url()));
    }

    private Optional<String> browser(Request request) {
        return request.cookie(cookieName);
    }

    private String cookie(String value) {
        return cookieName + "=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    }
}
