package dev.externaltenants.themes.language.rest;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.language.AttributeText;
import dev.externaltenants.themes.language.TextOverrideProvider;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;

/** The languages of the tenant's pages, and an operator's texts in them: {@code …/external-tenant/languages}. */
public final class LanguagesResource {

    private final AdminRequest request;
    private final List<AttributeText> attributes;

    /** @param attributes of the tenant's catalogue, whose labels are among the texts */
    public LanguagesResource(AdminRequest request, List<AttributeText> attributes) {
        this.request = request;
        this.attributes = List.copyOf(attributes);
    }

    /**
     * A language as the list shows it.
     *
     * @param offered whether the tenant's customers get pages in it
     * @param configured whether it has texts of the operator
     */
    record Language(String language, boolean offered, boolean configured) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@QueryParam("userFlow") String userFlow) {
        TextsRequest call = new TextsRequest(request, userFlow);
        call.requireView();
        return ErrorResponses.translating(() -> {
            TextOverrideProvider texts = call.texts();
            Set<String> configured = texts.configured(request.realm(), call.flow());
            List<String> offered = request.realm().getSupportedLocalesStream().toList();
            return Response.ok(Json.write(texts.languages().stream()
                            .map(tag -> new Language(tag, offered.contains(tag), configured.contains(tag)))
                            .toList()))
                    .build();
        });
    }

    @Path("{language}")
    public LanguageResource language(@PathParam("language") String language, @QueryParam("userFlow") String userFlow) {
        return new LanguageResource(new TextsRequest(request, userFlow), language, attributes);
    }
}
