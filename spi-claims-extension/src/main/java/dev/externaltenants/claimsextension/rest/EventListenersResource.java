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

import dev.externaltenants.claimsextension.listener.AuthenticationEventListener;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.claimsextension.listener.Shadows;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;

/** {@code …/external-tenant/event-listeners}: which extension is asked at which event of which apps. */
public final class EventListenersResource {

    static final String RESOURCE_TYPE = "XT_EVENT_LISTENER";

    private final AdminRequest request;

    public EventListenersResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> {
            Shadows shadows = shadows();
            return Response.ok(Json.write(Paging.page(
                                    listeners().list(request.realm()),
                                    first,
                                    max,
                                    search,
                                    listener -> listener.name() + " " + listener.displayName())
                            .map(listener -> ListenerView.of(listener, shadows))
                            .toList()))
                    .build();
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        request.rights().requireManage(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> {
            AuthenticationEventListener requested = Json.read(body, AuthenticationEventListener.class);
            if (requested.id() != null) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The server gives the id.");
            }
            AuthenticationEventListener created = listeners().create(request.realm(), requested);
            request.created(RESOURCE_TYPE, created.id(), created);
            return Response.created(request.location(created.id()))
                    .header(HttpHeaders.ETAG, ETag.ofVersion(created.version()))
                    .entity(Json.write(ListenerView.of(created, shadows())))
                    .build();
        });
    }

    @Path("{id}")
    public EventListenerResource listener(@PathParam("id") String id) {
        return new EventListenerResource(request, id);
    }

    private Shadows shadows() {
        return new Shadows(request.session(), request.realm());
    }

    private AuthenticationEventListenerProvider listeners() {
        return AuthenticationEventListenerProvider.of(request.session());
    }
}
