package dev.externaltenants.themes.branding.preview;

import java.util.Map;
import java.util.function.Function;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.branding.BrandPreview;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.sample.Screen;
import dev.externaltenants.themes.sample.Screens;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.ErrorResponses;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.MediaTypeMatcher;

/**
 * Looks at a draft: {@code /realms/{realm}/xt-preview/{token}} shows all screens, and below it is each by its id. Open to
 * whoever has a link that {@code POST …/branding/preview} gave out; there is no cookie, and no page sends anything.
 */
public final class PreviewResource {

    private final KeycloakSession session;

    PreviewResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response withoutLink() {
        return all(null, null, null);
    }

    @GET
    @Path("{token}")
    public Response all(
            @PathParam("token") String token,
            @QueryParam(LocaleSelectorProvider.KC_LOCALE_PARAM) String language,
            @QueryParam("view") String view) {
        return answer(token, language, PreviewHeaders.INDEX, preview -> {
            Map<String, Object> index = new PreviewIndex(session, preview, token, view).model();
            return new PreviewedPages(session, preview.theme()).about("xt-preview.ftl", index);
        });
    }

    @GET
    @Path("{token}/{screen}")
    public Response one(
            @PathParam("token") String token,
            @PathParam("screen") String id,
            @QueryParam(LocaleSelectorProvider.KC_LOCALE_PARAM) String language,
            @QueryParam("framed") boolean framed) {
        return answer(token, language, PreviewHeaders.SCREEN, preview -> {
            Screen screen = Screens.find(id)
                    .orElseThrow(
                            () -> TenantException.notFound("xt_preview_screen_not_found", "No page is called so."));
            PreviewedPages pages = new PreviewedPages(session, preview.theme());
            return (framed ? pages.framed() : pages).page(screen.sample());
        });
    }

    private Response answer(
            String token, String language, PreviewHeaders headers, Function<BrandPreview, Response> page) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        try {
            BrandPreview preview =
                    BrandingProvider.of(session).previewed(session.getContext().getRealm(), token);
            new PreviewLanguage(session).speak(language);
            return headers.on(page.apply(preview));
        } catch (TenantException refused) {
            return PreviewHeaders.INDEX.on(refusal(refused));
        }
    }

    /** Keycloak builds links of the menu of languages on the path, and fails at names in braces. */
    private static boolean isTemplate(String path) {
        return path.indexOf('{') >= 0 || path.indexOf('}') >= 0;
    }

    /** For a person who followed a link, in words; for programs as our REST refuses. */
    private Response refusal(TenantException refused) {
        Response forPrograms = ErrorResponses.of(refused).getResponse();
        if (!MediaTypeMatcher.isHtmlRequest(
                        session.getContext().getHttpRequest().getHttpHeaders())
                || isTemplate(session.getContext().getUri().getPath())) {
            return forPrograms;
        }
        Response forPeople = new PreviewedPages(session, null)
                .about("xt-preview-refused.ftl", Map.of("code", refused.code(), "description", refused.description()));
        return Response.fromResponse(forPeople).status(forPrograms.getStatus()).build();
    }
}
