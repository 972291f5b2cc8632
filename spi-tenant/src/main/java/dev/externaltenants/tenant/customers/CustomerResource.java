package dev.externaltenants.tenant.customers;

import java.util.List;

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

import dev.externaltenants.customattributes.consent.ConsentProvider;
import dev.externaltenants.tenant.accounts.AccountCalls;
import dev.externaltenants.tenant.accounts.AccountSearch;
import dev.externaltenants.tenant.accounts.Invitation;
import dev.externaltenants.tenant.accounts.TemporaryPassword;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.device.TrustedDeviceProvider;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Flag;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** One customer: {@code …/customers/{id}}. */
public final class CustomerResource {

    private final AdminRequest request;
    private final String id;

    CustomerResource(AdminRequest request, String id) {
        this.request = request;
        this.id = id;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        request.rights().requireView(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            UserModel user = customers(request).find(id);
            request.customerRights().requireView(user);
            return answer(customers(request).read(user));
        });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(String body) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            UserModel user = toChange(request);
            Customer wanted = Json.read(body, Customer.class);
            if (wanted.id() != null && !wanted.id().equals(id)) {
                throw TenantException.invalid("xt_id_not_allowed", "id", "The id of a customer never changes.");
            }
            customers(request).replace(user, wanted);
            Customer changed = customers(request).read(user);
            event(OperationType.UPDATE).representation(changed).success();
            return answer(changed);
        });
    }

    /** Deletes the customer so that it can be restored, or one that is deleted already for good. */
    @DELETE
    public Response delete(@QueryParam("permanent") String permanent) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            boolean forGood = Flag.of("permanent", permanent).orElse(false);
            UserModel user = toChange(request);
            if (forGood) {
                customers(request).deleteForGood(user);
            } else {
                customers(request).delete(user);
            }
            event(OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    @POST
    @Path("restore")
    @Produces(MediaType.APPLICATION_JSON)
    public Response restore() {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            UserModel user = toChange(request);
            customers(request).restore(user);
            event(OperationType.ACTION).success();
            return answer(customers(request).read(user));
        });
    }

    /** Sets a password, which the customer changes at the next sign-in, and ends all sessions. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response resetPassword(String body) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            TemporaryPassword wanted = Json.read(body, TemporaryPassword.class);
            return calls().resetPassword(toGivePassword(request), wanted);
        });
    }

    /** Mails a link to choose a password. */
    @POST
    @Path("invitation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(String body) {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(
                () -> calls().invite(this::toGivePassword, Json.read(body, Invitation.class)));
    }

    /** What the customer consented to and withdrew, newest first. */
    @GET
    @Path("consents")
    @Produces(MediaType.APPLICATION_JSON)
    public Response consents(@QueryParam("first") String first, @QueryParam("max") String max) {
        request.rights().requireView(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            UserModel user = customers(request).find(id);
            request.customerRights().requireView(user);
            return Response.ok(Json.write(ConsentProvider.of(request.session())
                            .receipts(request.realm(), user, Paging.first(first), AccountSearch.max(max))
                            .map(CustomerConsent::of)
                            .toList()))
                    .build();
        });
    }

    /** The devices that stand in for the customer's second factor, the one used last first. */
    @GET
    @Path("trusted-devices")
    @Produces(MediaType.APPLICATION_JSON)
    public Response trustedDevices() {
        request.rights().requireView(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            UserModel user = customers(request).find(id);
            request.customerRights().requireView(user);
            List<CustomerDevice> devices = devicesOf(user);
            return AdminRequest.answer(devices, ETag.of(devices));
        });
    }

    /** From the next sign-in on, each of them is asked for the second factor. */
    @DELETE
    @Path("trusted-devices")
    public Response forgetTrustedDevices() {
        request.rights().requireManage(AdministratorTask.CUSTOMERS);
        return ErrorResponses.translating(() -> {
            UserModel user = customers(request).findToChange(id);
            request.customerRights().requireManage(user);
            ETag.check(request.session(), ETag.of(devicesOf(user)));
            TrustedDeviceProvider.of(request.session()).revokeAll(request.realm(), user);
            request.event("XT_TRUSTED_DEVICE", OperationType.DELETE).success();
            return Response.noContent().build();
        });
    }

    private List<CustomerDevice> devicesOf(UserModel user) {
        return TrustedDeviceProvider.of(request.session())
                .list(request.realm(), user)
                .map(CustomerDevice::of)
                .toList();
    }

    private UserModel toGivePassword(AdminRequest in) {
        UserModel user = toChange(in);
        request.customerRights().requireResetPassword(user);
        customers(in).requireNotDeleted(user);
        return user;
    }

    /** The version is looked at when no other writer can change it any more. */
    private UserModel toChange(AdminRequest in) {
        UserModel user = customers(in).findToChange(id);
        request.customerRights().requireManage(user);
        ETag.check(request.session(), ETag.of(customers(in).read(user)));
        return user;
    }

    private AccountCalls calls() {
        return new AccountCalls(request, CustomersResource.RESOURCE_TYPE);
    }

    private static Customers customers(AdminRequest in) {
        return new Customers(in.session(), in.realm());
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(CustomersResource.RESOURCE_TYPE, operation);
    }

    private static Response answer(Customer customer) {
        return AdminRequest.answer(customer, ETag.of(customer));
    }
}
