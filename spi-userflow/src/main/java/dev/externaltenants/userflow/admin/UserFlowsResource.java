package dev.externaltenants.userflow.admin;

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

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.OwnTransaction;
import dev.externaltenants.userflow.rest.Paging;

/** The tenant's user flows: {@code …/external-tenant/user-flows}. */
public final class UserFlowsResource {

    static final String RESOURCE_TYPE = "XT_USER_FLOW";

    private final AdminRequest request;

    public UserFlowsResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                UserFlowProvider.of(request.session()).list(request.realm()),
                                first,
                                max,
                                search,
                                flow -> flow.name() + " " + flow.displayName())
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        request.rights().requireManage(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> {
            UserFlow requested = Json.read(body, UserFlow.class);
            if (requested.id() != null) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The server gives the id.");
            }
            UserFlow created = new OwnTransaction(request.session())
                    .run(own -> UserFlowProvider.of(own).create(own.getContext().getRealm(), requested));
            request.created(RESOURCE_TYPE, created.id(), created);
            return Response.created(request.location(created.id()))
                    .header(HttpHeaders.ETAG, ETag.ofVersion(created.version()))
                    .entity(Json.write(created))
                    .build();
        });
    }

    @Path("{id}")
    public UserFlowResource userFlow(@PathParam("id") String id) {
        return new UserFlowResource(request, id);
    }
}
