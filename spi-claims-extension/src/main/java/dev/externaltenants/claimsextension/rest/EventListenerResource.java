package dev.externaltenants.claimsextension.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListener;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.claimsextension.listener.Shadows;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** {@code …/external-tenant/event-listeners/{id}}: one event listener. */
public final class EventListenerResource {

    private final AdminRequest request;
    private final String id;

    EventListenerResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        request.rights().requireView(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> answer(existing()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response update(String body) {
        request.rights().requireManage(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> {
            request.takeTurn();
            AuthenticationEventListener present = existing();
            AuthenticationEventListener requested = Json.read(body, AuthenticationEventListener.class);
            if (requested.id() != null && !requested.id().equals(id)) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The id of a listener never changes.");
            }
            long inBody = requested.version() == null ? 0 : requested.version();
            long from = ETag.checkedVersion(request.session(), inBody, present.version());
            AuthenticationEventListener updated =
                    listeners().update(request.realm(), requested.withIdAndVersion(id, from));
            event(OperationType.UPDATE).representation(updated).success();
            return answer(updated);
        });
    }

    @DELETE
    public Response delete() {
        request.rights().requireManage(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> {
            request.takeTurn();
            ETag.check(request.session(), ETag.ofVersion(existing().version()));
            listeners().delete(request.realm(), id);
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    private AuthenticationEventListener existing() {
        return listeners()
                .find(request.realm(), id)
                .orElseThrow(() -> TenantException.notFound("xt_listener_not_found", "There is no such listener."));
    }

    private AuthenticationEventListenerProvider listeners() {
        return AuthenticationEventListenerProvider.of(request.session());
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(EventListenersResource.RESOURCE_TYPE, operation);
    }

    private Response answer(AuthenticationEventListener listener) {
        ListenerView view = ListenerView.of(listener, new Shadows(request.session(), request.realm()));
        return AdminRequest.answer(view, ETag.ofVersion(listener.version()));
    }
}
