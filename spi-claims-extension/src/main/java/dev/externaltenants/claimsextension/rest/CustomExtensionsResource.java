package dev.externaltenants.claimsextension.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;

/** {@code …/external-tenant/custom-extensions}: the tenant's custom authentication extensions. */
public final class CustomExtensionsResource {

    static final String RESOURCE_TYPE = "XT_CUSTOM_EXTENSION";

    private final AdminRequest request;

    public CustomExtensionsResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                CustomExtensionProvider.of(request.session()).list(request.realm()),
                                first,
                                max,
                                search,
                                extension -> extension.name() + " " + extension.displayName())
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        request.rights().requireManage(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> {
            CustomExtension requested = Json.read(body, CustomExtension.class);
            if (requested.id() != null) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The server gives the id.");
            }
            CustomExtension created =
                    CustomExtensionProvider.of(request.session()).create(request.realm(), requested);
            request.created(RESOURCE_TYPE, created.id(), created);
            return Response.created(request.location(created.id()))
                    .header(HttpHeaders.ETAG, ETag.ofVersion(created.version()))
                    .entity(Json.write(created))
                    .build();
        });
    }

    /** Why sign-ins failed, whatever extension it was. */
    @GET
    @Path("calls")
    @Produces(MediaType.APPLICATION_JSON)
    public Response calls(
            @QueryParam("outcome") String outcome,
            @QueryParam("first") String first,
            @QueryParam("max") String max,
            @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(
                () -> new ExtensionCalls(request).page(call -> true, outcome, first, max, search));
    }

    @Path("{id}")
    public CustomExtensionResource extension(@PathParam("id") String id) {
        return new CustomExtensionResource(request, id);
    }
}
