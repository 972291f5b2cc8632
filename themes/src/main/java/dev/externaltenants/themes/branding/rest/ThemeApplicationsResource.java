package dev.externaltenants.themes.branding.rest;

import java.util.Optional;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.Applications;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;

/** The apps of a theme: {@code …/themes/{name}/applications}. An app has one theme; the newest mapping wins. */
public final class ThemeApplicationsResource {

    private static final String RESOURCE_TYPE = "XT_THEME_APPLICATION";

    private final BrandRequest call;

    ThemeApplicationsResource(AdminRequest request, String theme) {
        this.call = new BrandRequest(request, theme);
    }

    /** An app as the mapping shows it. */
    record ThemedApplication(String clientId, String name) {

        static ThemedApplication of(ClientModel app) {
            return new ThemedApplication(app.getClientId(), app.getName());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        call.requireView();
        return ErrorResponses.translating(() -> {
            String theme = call.existing().name();
            return Response.ok(Json.write(Paging.page(
                                    call.brands().apps(call.request().realm(), theme),
                                    first,
                                    max,
                                    search,
                                    ClientModel::getClientId)
                            .map(ThemedApplication::of)
                            .toList()))
                    .build();
        });
    }

    @GET
    @Path("{clientId}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response read(@PathParam("clientId") String clientId) {
        call.requireView();
        return ErrorResponses.translating(() -> {
            call.existing();
            ThemedApplication found = mapped(Applications.find(call.request().realm(), clientId))
                    .orElseThrow(
                            () -> TenantException.notFound("xt_application_not_found", "The theme has no such app."));
            return AdminRequest.answer(found, ETag.of(found));
        });
    }

    @PUT
    @Path("{clientId}")
    public Response add(@PathParam("clientId") String clientId) {
        call.requireManage();
        return ErrorResponses.translating(() -> {
            ClientModel app = toChange(clientId);
            call.brands().assign(call.request().realm(), call.name(), app);
            return changed(OperationType.CREATE, app);
        });
    }

    @DELETE
    @Path("{clientId}")
    public Response remove(@PathParam("clientId") String clientId) {
        call.requireManage();
        return ErrorResponses.translating(() -> {
            ClientModel app = toChange(clientId);
            if (mapped(app).isPresent()) {
                call.brands().assign(call.request().realm(), null, app);
            }
            return changed(OperationType.DELETE, app);
        });
    }

    /** How an app looks is the brand's matter, so whoever manages brands may say it of any app that customers see. */
    private ClientModel toChange(String clientId) {
        call.request().takeTurn();
        call.existing();
        ClientModel app = Applications.findToMap(call.request().realm(), clientId);
        ETag.check(call.request().session(), mapped(app).map(ETag::of).orElse(null));
        return app;
    }

    private Optional<ThemedApplication> mapped(ClientModel app) {
        return call.name().equals(app.getAttribute(BrandingProvider.CLIENT_ATTRIBUTE))
                ? Optional.of(ThemedApplication.of(app))
                : Optional.empty();
    }

    private Response changed(OperationType operation, ClientModel app) {
        call.request()
                .event(RESOURCE_TYPE, operation)
                .representation(ThemedApplication.of(app))
                .success();
        return Response.noContent().build();
    }
}
