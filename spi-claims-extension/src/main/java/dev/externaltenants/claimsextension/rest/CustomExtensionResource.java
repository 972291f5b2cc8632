package dev.externaltenants.claimsextension.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.trial.ExtensionTrial;
import dev.externaltenants.claimsextension.trial.ExtensionTrials;
import dev.externaltenants.claimsextension.trial.TrialReport;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** {@code …/external-tenant/custom-extensions/{id}}: one custom authentication extension. */
public final class CustomExtensionResource {

    private final AdminRequest request;
    private final String id;

    CustomExtensionResource(AdminRequest request, String id) {
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
            CustomExtension present = existing();
            CustomExtension requested = Json.read(body, CustomExtension.class);
            if (requested.id() != null && !requested.id().equals(id)) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The id of an extension never changes.");
            }
            long inBody = requested.version() == null ? 0 : requested.version();
            long from = ETag.checkedVersion(request.session(), inBody, present.version());
            CustomExtension updated = CustomExtensionProvider.of(request.session())
                    .update(request.realm(), requested.withId(id).withVersion(from));
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
            CustomExtensionProvider.of(request.session()).delete(request.realm(), id);
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    /** Calls the API as sign-in would, and tells what came of it. */
    @POST
    @Path("test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response test(String body) {
        request.rights().requireManage(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> {
            CustomExtension extension = existing();
            ExtensionTrial wanted = Json.read(body, ExtensionTrial.class);
            TrialReport report =
                    new ExtensionTrials(request.session()).run(extension, wanted, customer(wanted.userId()));
            // What was sent and answered is between the administrator and the API.
            event(OperationType.ACTION).success();
            return Response.ok(Json.write(report)).build();
        });
    }

    @GET
    @Path("calls")
    @Produces(MediaType.APPLICATION_JSON)
    public Response calls(
            @QueryParam("outcome") String outcome,
            @QueryParam("first") String first,
            @QueryParam("max") String max,
            @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.EXTENSIONS);
        return ErrorResponses.translating(() -> {
            String of = existing().id();
            return new ExtensionCalls(request).page(call -> call.extensionId().equals(of), outcome, first, max, search);
        });
    }

    /** Whoever tries an extension with a customer sees what the API is told of them. */
    private UserModel customer(String userId) {
        if (userId == null) {
            return null;
        }
        request.rights().requireView(AdministratorTask.CUSTOMERS);
        UserModel customer = request.session().users().getUserById(request.realm(), userId);
        if (customer == null) {
            throw TenantException.invalid(
                    "xt_extension_test_user_unknown", "userId", "The tenant has no customer of this id.");
        }
        request.customerRights().requireView(customer);
        return customer;
    }

    private CustomExtension existing() {
        return CustomExtensionProvider.of(request.session())
                .find(request.realm(), id)
                .orElseThrow(() -> TenantException.notFound("xt_extension_not_found", "There is no such extension."));
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(CustomExtensionsResource.RESOURCE_TYPE, operation);
    }

    private static Response answer(CustomExtension extension) {
        return AdminRequest.answer(extension, ETag.ofVersion(extension.version()));
    }
}
