package dev.externaltenants.tenant.admin;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorRights;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.Config;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminRoot;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** The tenants of the server: {@code /admin/realms/master/external-tenants}. */
public final class ExternalTenantsResource {

    private final AdminRequest request;

    ExternalTenantsResource(AdminRequest request) {
        this.request = request;
    }

    /** Lists the tenants that the caller may read one by one, ordered by name. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        List<RealmModel> viewed = requireViewed();
        return ErrorResponses.translating(() -> {
            requireAdministrationRealm();
            TenantProvider tenants = TenantProvider.of(request.session());
            return Response.ok(Json.write(
                            Paging.page(viewed.stream(), first, max, search, ExternalTenantsResource::searched)
                                    .flatMap(realm -> tenants.find(realm).stream())
                                    .toList()))
                    .build();
        });
    }

    /** As with Keycloak's own list of realms: who may see none of them is refused. */
    private List<RealmModel> requireViewed() {
        AdminAuth caller = request.auth().adminAuth();
        if (!caller.getRealm().getName().equals(Config.getAdminRealm())) {
            throw new ForbiddenException();
        }
        List<RealmModel> viewed = request.session()
                .realms()
                .getRealmsWithProviderTypeStream(TenantProvider.class)
                .filter(realm -> new AdministratorRights(
                                realm, AdminPermissions.evaluator(request.session(), realm, caller))
                        .mayAny())
                .sorted(Comparator.comparing(RealmModel::getName))
                .toList();
        if (viewed.isEmpty()) {
            AdminPermissions.realms(request.session(), caller).requireCreateRealm();
        }
        return viewed;
    }

    private static String searched(RealmModel realm) {
        return realm.getName() + " " + Objects.requireNonNullElse(realm.getDisplayName(), "");
    }

    /** Creates a realm that is a tenant. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        AdminPermissions.realms(request.session(), request.auth().adminAuth()).requireCreateRealm();
        Tenant wanted = ErrorResponses.translating(() -> {
            requireAdministrationRealm();
            return Json.read(body, Tenant.class);
        });
        return new TenantTransaction(request.session()).run(own -> create(own, wanted));
    }

    private Response create(KeycloakSession own, Tenant wanted) {
        TenantProvider tenants = TenantProvider.of(own);
        RealmModel created = tenants.create(wanted);
        grantToCreator(own, created);
        Tenant tenant = tenants.find(created).orElseThrow();
        // As Keycloak does with a new realm: the event belongs to the realm of who created it.
        request.adminEvent()
                .clone(own)
                .resource(ExternalTenantResource.RESOURCE_TYPE)
                .operation(OperationType.CREATE)
                .resourcePath(request.session().getContext().getUri(), created.getName())
                .representation(tenant)
                .success();
        return Response.created(location(created))
                .header(HttpHeaders.ETAG, ETag.of(tenant))
                .entity(Json.write(tenant))
                .build();
    }

    /** Who may create realms but is no administrator of all gets the new one as own, as with Keycloak's own creation. */
    private void grantToCreator(KeycloakSession own, RealmModel created) {
        AdminAuth creator = request.auth().adminAuth();
        if (creator.hasRealmRole(AdminRoles.ADMIN)) {
            return;
        }
        RealmModel administration = own.realms().getRealmByName(Config.getAdminRealm());
        UserModel user =
                own.users().getUserById(administration, creator.getUser().getId());
        ClientModel administrationOfCreated = created.getMasterAdminClient();
        Arrays.stream(AdminRoles.ALL_REALM_ROLES)
                .map(administrationOfCreated::getRole)
                .forEach(user::grantRole);
    }

    private URI location(RealmModel created) {
        return AdminRoot.realmsUrl(request.session().getContext().getUri())
                .path(created.getName())
                .path(ExternalTenantResourceProviderFactory.ID)
                .build();
    }

    private void requireAdministrationRealm() {
        if (!request.realm().getName().equals(Config.getAdminRealm())) {
            throw TenantException.notFound(
                    "xt_tenants_of_master_only",
                    "Tenants are created and listed at /admin/realms/" + Config.getAdminRealm() + "/external-tenants.");
        }
    }
}
