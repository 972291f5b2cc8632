package dev.externaltenants.userflow.admin;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.Applications;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;

/** The apps of a user flow: {@code …/user-flows/{id}/applications}. An app has one flow; the newest mapping wins. */
public final class UserFlowApplicationsResource {

    private static final String RESOURCE_TYPE = "XT_USER_FLOW_APPLICATION";

    private final AdminRequest request;
    private final Supplier<UserFlow> flow;

    UserFlowApplicationsResource(AdminRequest request, Supplier<UserFlow> flow) {
        this.request = request;
        this.flow = flow;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                UserFlowProvider.of(request.session()).apps(request.realm(), flow.get()),
                                first,
                                max,
                                search,
                                ClientModel::getClientId)
                        .map(ApplicationRepresentation::of)
                        .toList()))
                .build());
    }

    @GET
    @Path("{clientId}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response read(@PathParam("clientId") String clientId) {
        request.rights().requireView(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> {
            ApplicationRepresentation found = mapped(Applications.find(request.realm(), clientId))
                    .orElseThrow(() -> TenantException.notFound(
                            "xt_application_not_found", "The user flow has no app of this client id."));
            return AdminRequest.answer(found, ETag.of(found));
        });
    }

    @PUT
    @Path("{clientId}")
    public Response add(@PathParam("clientId") String clientId) {
        request.rights().requireManage(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> {
            ClientModel app = toChange(clientId);
            UserFlowProvider.of(request.session()).assign(flow.get(), app);
            return changed(OperationType.CREATE, app);
        });
    }

    @DELETE
    @Path("{clientId}")
    public Response remove(@PathParam("clientId") String clientId) {
        request.rights().requireManage(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> {
            ClientModel app = toChange(clientId);
            UserFlowProvider.of(request.session()).release(flow.get(), app);
            return changed(OperationType.DELETE, app);
        });
    }

    private ClientModel toChange(String clientId) {
        request.takeTurn();
        ClientModel app = Applications.findToMap(request.realm(), clientId);
        request.applicationRights().requireAssign(app);
        ETag.check(request.session(), mapped(app).map(ETag::of).orElse(null));
        return app;
    }

    private Optional<ApplicationRepresentation> mapped(ClientModel app) {
        return flow.get().id().equals(app.getAttribute(UserFlow.CLIENT_ATTRIBUTE))
                ? Optional.of(ApplicationRepresentation.of(app))
                : Optional.empty();
    }

    private Response changed(OperationType operation, ClientModel app) {
        request.event(RESOURCE_TYPE, operation)
                .representation(ApplicationRepresentation.of(app))
                .success();
        return Response.noContent().build();
    }

    /** An app as the mapping shows it. */
    record ApplicationRepresentation(String clientId, String name) {

        static ApplicationRepresentation of(ClientModel app) {
            return new ApplicationRepresentation(app.getClientId(), app.getName());
        }
    }
}
