package dev.externaltenants.themes.language.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.themes.language.AttributeText;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;

/** An operator's texts in one language: {@code …/external-tenant/languages/{language}}. */
public final class LanguageResource {

    private static final String RESOURCE_TYPE = "XT_LANGUAGE";

    private final TextsRequest call;
    private final String language;
    private final List<AttributeText> attributes;

    LanguageResource(TextsRequest call, String language, List<AttributeText> attributes) {
        this.call = call;
        this.language = language;
        this.attributes = attributes;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        call.requireView();
        return ErrorResponses.translating(() -> answer(present()));
    }

    /** What the pages say without texts of the operator: a file to begin with. */
    @GET
    @Path("defaults")
    @Produces(MediaType.APPLICATION_JSON)
    public Response defaults() {
        call.requireView();
        return ErrorResponses.translating(() -> {
            call.flow();
            return answer(call.texts().defaults(call.request().realm(), language, attributes));
        });
    }

    /** Replaces the texts; the next page has them. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        call.requireManage();
        return ErrorResponses.translating(() -> {
            Map<String, String> texts = Json.read(body, new TypeReference<TreeMap<String, String>>() {});
            change(OperationType.UPDATE, texts);
            return answer(texts);
        });
    }

    @DELETE
    public Response remove() {
        call.requireManage();
        return ErrorResponses.translating(() -> {
            change(OperationType.DELETE, Map.of());
            return Response.noContent().build();
        });
    }

    private void change(OperationType operation, Map<String, String> texts) {
        AdminRequest request = call.request();
        request.takeTurn();
        ETag.check(request.session(), ETag.of(present()));
        call.texts().put(request.realm(), call.flow(), language, texts);
        request.event(RESOURCE_TYPE, operation).representation(texts).success();
    }

    /** @throws TenantException {@code xt_flow_not_found}, {@code xt_language_not_found} */
    private Map<String, String> present() {
        if (!call.texts().languages().contains(language)) {
            throw TenantException.notFound("xt_language_not_found", "Our pages have no such language.");
        }
        return call.texts().find(call.request().realm(), call.flow(), language);
    }

    private static Response answer(Map<String, String> texts) {
        return AdminRequest.answer(texts, ETag.of(texts));
    }
}
