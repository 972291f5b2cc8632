package dev.externaltenants.tenant.accountpage;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/** Shows pages in the shell of the login theme, so that an account looks like the sign-in that led to it. */
final class PageView {

    private static final String MODEL = "xt";
    private static final String NO_STORE = "no-store";

    /** Beside the realm's own policy, of which each page of a sign-in keeps only its own origin from framing it. */
    private static final String NO_FRAME = "frame-ancestors 'none'; base-uri 'none'";

    private final AccountRequest request;
    private final PageCookies cookies;

    PageView(AccountRequest request, PageCookies cookies) {
        this.request = request;
        this.cookies = cookies;
    }

    static Response.ResponseBuilder redirect(URI target) {
        return Response.seeOther(target).header(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    LoginFormsProvider form() {
        return request.session().getProvider(LoginFormsProvider.class);
    }

    /** Shows a page to who is signed in, and what the last action has to tell. */
    Response page(String template, Visitor visitor, LoginFormsProvider form, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("home", request.address("").getRawPath());
        all.put("token", visitor.formToken() == null ? "" : visitor.formToken());
        all.put("email", text(visitor.user().getEmail()));
        all.put("mayChange", visitor.mayChange());
        all.put("signOutUrl", signOutUrl().toString());
        // A form that is shown again says what is wrong with it.
        Optional<Notice> notice = isLook() ? cookies.notice() : Optional.empty();
        notice.ifPresent(said -> form.setSuccess(said.messageKey()));
        Response.ResponseBuilder shown = secured(form.setAttribute(MODEL, all).createForm(template));
        notice.ifPresent(said -> shown.cookie(cookies.noticeShown()));
        return shown.build();
    }

    /** Shows a page to somebody who is not, or no more. */
    Response last(String template) {
        Map<String, Object> model = Map.of("home", request.address("").getRawPath());
        return secured(form().setAttribute(MODEL, model).createForm(template)).build();
    }

    Response refusal(Response.Status status, String messageKey) {
        return secured(form().setError(messageKey).createErrorPage(status)).build();
    }

    static String text(String value) {
        return value == null ? "" : value;
    }

    private Response.ResponseBuilder secured(Response page) {
        request.session().getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        Response.ResponseBuilder secured = Response.fromResponse(page);
        Map<String, String> ofRealm = request.realm().getBrowserSecurityHeaders();
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            String value = ofRealm.getOrDefault(header.getKey(), header.getDefaultValue());
            if (value != null && !value.isEmpty()) {
                secured.header(header.getHeaderName(), value);
            }
        }
        return secured.header(BrowserSecurityHeaders.CONTENT_SECURITY_POLICY.getHeaderName(), NO_FRAME)
                .header(BrowserSecurityHeaders.X_FRAME_OPTIONS.getHeaderName(), null)
                .header(BrowserSecurityHeaders.X_FRAME_OPTIONS.getHeaderName(), "DENY")
                .header(BrowserSecurityHeaders.REFERRER_POLICY.getHeaderName(), null)
                .header(BrowserSecurityHeaders.REFERRER_POLICY.getHeaderName(), "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    private boolean isLook() {
        return HttpMethod.GET.equals(
                request.session().getContext().getHttpRequest().getHttpMethod());
    }

    /** Keycloak asks before it signs out who comes without an ID token, so a link of somebody else does nothing. */
    private URI signOutUrl() {
        URI base = request.session().getContext().getUri().getBaseUri();
        return OIDCLoginProtocolService.logoutUrl(UriBuilder.fromUri(base))
                .queryParam(OIDCLoginProtocol.CLIENT_ID_PARAM, request.account().getClientId())
                .build(request.realm().getName());
    }
}
