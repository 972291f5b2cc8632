package dev.externaltenants.userflow.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** One user flow: {@code …/user-flows/{id}}. */
public final class UserFlowResource {

    private final AdminRequest request;
    private final String id;

    UserFlowResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        request.rights().requireView(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> answer(existing()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response update(String body) {
        request.rights().requireManage(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> {
            request.takeTurn();
            UserFlow present = existing();
            UserFlow requested = Json.read(body, UserFlow.class);
            if (requested.id() != null && !requested.id().equals(id)) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The id of a user flow never changes.");
            }
            long from = ETag.checkedVersion(request.session(), requested.version(), present.version());
            UserFlow updated = UserFlowProvider.of(request.session())
                    .update(request.realm(), requested.withIdAndVersion(id, from));
            event(OperationType.UPDATE).representation(updated).success();
            return answer(updated);
        });
    }

    @DELETE
    public Response delete() {
        request.rights().requireManage(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> {
            request.takeTurn();
            ETag.check(request.session(), ETag.ofVersion(existing().version()));
            UserFlowProvider.of(request.session()).delete(request.realm(), id);
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    @Path("applications")
    public UserFlowApplicationsResource applications() {
        return new UserFlowApplicationsResource(request, this::existing);
    }

    @Path("run")
    public UserFlowRunResource run() {
        return new UserFlowRunResource(request, this::existing);
    }

    private UserFlow existing() {
        return UserFlowProvider.of(request.session())
                .find(request.realm(), id)
                .orElseThrow(() -> TenantException.notFound("xt_flow_not_found", "There is no user flow of this id."));
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(UserFlowsResource.RESOURCE_TYPE, operation);
    }

    private static Response answer(UserFlow flow) {
        return AdminRequest.answer(flow, ETag.ofVersion(flow.version()));
    }
}
