package dev.externaltenants.tenant.admin;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.claimsextension.rest.CustomExtensionsResource;
import dev.externaltenants.claimsextension.rest.EventListenersResource;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.MigrationAttribute;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.customattributes.admin.CustomAttributesResource;
import dev.externaltenants.tenant.Tenant;
import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.tenant.administrators.AdministratorsResource;
import dev.externaltenants.tenant.apps.ApplicationsResource;
import dev.externaltenants.tenant.customers.CustomersResource;
import dev.externaltenants.tenant.idp.IdentityProvidersResource;
import dev.externaltenants.themes.branding.rest.BrandResource;
import dev.externaltenants.themes.branding.rest.ThemesResource;
import dev.externaltenants.themes.language.AttributeText;
import dev.externaltenants.themes.language.rest.LanguagesResource;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.admin.UserFlowsResource;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The root of our admin REST: {@code /admin/realms/{realm}/external-tenant}. */
public final class ExternalTenantResource {

    static final String RESOURCE_TYPE = "XT_TENANT";

    private final AdminRequest request;

    ExternalTenantResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        request.rights().requireAny();
        return ErrorResponses.translating(() -> answer(Response.Status.OK, existing()));
    }

    /** Turns the realm into a tenant, changes its settings, and makes it whole again. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response establish(String body) {
        request.auth().realm().requireManageRealm();
        Tenant wanted = ErrorResponses.translating(() -> Json.read(body, Tenant.class));
        return new TenantTransaction(request.session()).run(own -> establish(own, wanted));
    }

    private Response establish(KeycloakSession own, Tenant wanted) {
        RealmModel ownRealm = own.getContext().getRealm();
        // Before it is looked whether there is a tenant, so that of first calls at once only one creates it.
        KeycloakCompat.of(own).lockConfiguration(ownRealm);
        TenantProvider tenants = TenantProvider.of(own);
        Optional<Tenant> present = tenants.find(ownRealm);
        checkVersion(present);
        Tenant tenant = tenants.establish(ownRealm, wanted);
        request.adminEvent()
                .clone(own)
                .resource(RESOURCE_TYPE)
                .operation(present.isEmpty() ? OperationType.CREATE : OperationType.UPDATE)
                .resourcePath(request.session().getContext().getUri())
                .representation(tenant)
                .success();
        return answer(present.isEmpty() ? Response.Status.CREATED : Response.Status.OK, tenant);
    }

    /** Makes the tenant a plain realm again. */
    @DELETE
    public Response end() {
        request.auth().realm().requireManageRealm();
        return new TenantTransaction(request.session()).run(this::end);
    }

    private Response end(KeycloakSession own) {
        RealmModel ownRealm = own.getContext().getRealm();
        KeycloakCompat.of(own).lockConfiguration(ownRealm);
        TenantProvider tenants = TenantProvider.of(own);
        checkVersion(tenants.find(ownRealm));
        // Before the end, which may switch the realm's admin events off.
        AdminEventBuilder event = request.adminEvent().clone(own);
        tenants.end(ownRealm);
        event.resource(RESOURCE_TYPE)
                .operation(OperationType.DELETE)
                .resourcePath(request.session().getContext().getUri())
                .success();
        return Response.noContent().build();
    }

    private void checkVersion(Optional<Tenant> present) {
        ETag.check(request.session(), present.map(ETag::of).orElse(null));
    }

    private static Response answer(Response.Status status, Tenant tenant) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, ETag.of(tenant))
                .entity(Json.write(tenant))
                .build();
    }

    @Path("user-flows")
    public UserFlowsResource userFlows() {
        return new UserFlowsResource(ofTenant());
    }

    @Path("attributes")
    public CustomAttributesResource attributes() {
        return new CustomAttributesResource(ofTenant());
    }

    @Path("custom-extensions")
    public CustomExtensionsResource customExtensions() {
        return new CustomExtensionsResource(ofTenant());
    }

    @Path("event-listeners")
    public EventListenersResource eventListeners() {
        return new EventListenersResource(ofTenant());
    }

    @Path("applications")
    public ApplicationsResource applications() {
        return new ApplicationsResource(ofTenant());
    }

    @Path("customers")
    public CustomersResource customers() {
        return new CustomersResource(ofTenant());
    }

    @Path("administrators")
    public AdministratorsResource administrators() {
        return new AdministratorsResource(ofTenant());
    }

    @Path("identity-providers")
    public IdentityProvidersResource identityProviders() {
        return new IdentityProvidersResource(ofTenant());
    }

    @Path("branding")
    public BrandResource branding() {
        return BrandResource.ofTenant(ofTenant());
    }

    @Path("themes")
    public ThemesResource themes() {
        return new ThemesResource(ofTenant());
    }

    @Path("languages")
    public LanguagesResource languages() {
        AdminRequest tenant = ofTenant();
        WireNames names = WireNames.of(tenant.realm());
        return new LanguagesResource(
                tenant,
                CustomAttributeProvider.of(tenant.session())
                        .catalogue(tenant.realm())
                        // No customer sees one of these, whatever it is called.
                        .filter(attribute -> !MigrationAttribute.is(attribute.key()))
                        .map(attribute -> new AttributeText(names.of(attribute), attribute.displayName()))
                        .toList());
    }

    @Path("document")
    public TenantDocumentResource document() {
        return new TenantDocumentResource(ofTenant());
    }

    /** Everything else below belongs to a tenant; who administers nothing of the realm learns nothing of it here. */
    private AdminRequest ofTenant() {
        request.rights().requireAny();
        ErrorResponses.translating(this::existing);
        return request;
    }

    private Tenant existing() {
        return TenantProvider.of(request.session())
                .find(request.realm())
                .orElseThrow(
                        () -> TenantException.notFound("xt_tenant_not_found", "This realm is not an external tenant."));
    }
}
