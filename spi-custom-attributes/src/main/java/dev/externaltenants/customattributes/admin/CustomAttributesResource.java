package dev.externaltenants.customattributes.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.customattributes.purge.ValuePurge;
import dev.externaltenants.customattributes.purge.ValuePurgeProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.Paging;
import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** The catalogue of attributes: {@code …/external-tenant/attributes}. */
public final class CustomAttributesResource {

    private static final String RESOURCE_TYPE = "XT_CUSTOM_ATTRIBUTE";

    private final AdminRequest request;

    public CustomAttributesResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("search") String search, @QueryParam("first") String first, @QueryParam("max") String max) {
        request.rights().requireView(AdministratorTask.ATTRIBUTES);
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                attributes().catalogue(request.realm()),
                                first,
                                max,
                                search,
                                attribute -> attribute.key() + " " + attribute.displayName())
                        .map(this::show)
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response define(String body) {
        request.rights().requireManage(AdministratorTask.ATTRIBUTES);
        return ErrorResponses.translating(() -> {
            AttributeRepresentation given = Json.read(body, AttributeRepresentation.class);
            CustomAttribute defined =
                    attributes().define(request.realm(), given.toCustomAttribute(given.name(), names()));
            AttributeRepresentation stored = show(defined);
            request.created(RESOURCE_TYPE, defined.name(), stored);
            return Response.created(request.location(defined.name()))
                    .header(HttpHeaders.ETAG, ETag.of(stored))
                    .entity(Json.write(stored))
                    .build();
        });
    }

    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@PathParam("name") String name) {
        request.rights().requireView(AdministratorTask.ATTRIBUTES);
        return ErrorResponses.translating(() -> answer(existing(name)));
    }

    /** Replaces the texts, and the length if there is one; the name and the data type may be repeated, but not changed. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response update(@PathParam("name") String name, String body) {
        request.rights().requireManage(AdministratorTask.ATTRIBUTES);
        return ErrorResponses.translating(() -> {
            AttributeRepresentation given = Json.read(body, AttributeRepresentation.class);
            String key = names().key(name);
            if (given.name() != null && !given.name().equals(key)) {
                throw TenantException.conflict("xt_attribute_name_immutable", "name", "A name never changes.");
            }
            AttributeRepresentation present = takeTurnToChange(key);
            CustomAttribute updated = attributes()
                    .update(request.realm(), given.withLengthOf(present).toCustomAttribute(key, names()));
            AttributeRepresentation stored = show(updated);
            event(OperationType.UPDATE).representation(stored).success();
            return answer(stored);
        });
    }

    /** Deletes the attribute; values that customers have stay, unless all of them are to go. */
    @DELETE
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(@PathParam("name") String name, @QueryParam("values") String values) {
        request.rights().requireManage(AdministratorTask.ATTRIBUTES);
        boolean withValues = ErrorResponses.translating(() -> StoredValues.arePurged(values));
        if (withValues) {
            // It writes every customer.
            request.rights().requireManage(AdministratorTask.CUSTOMERS);
        }
        return ErrorResponses.translating(() -> {
            takeTurnToChange(name);
            if (!withValues) {
                attributes().delete(request.realm(), names().key(name));
                event(OperationType.DELETE).success();
                return Response.noContent().build();
            }
            ValuePurge purge = attributes().deleteWithValues(request.realm(), names().key(name));
            event(OperationType.DELETE).representation(purge).success();
            return Response.accepted(Json.write(purge))
                    .location(request.location("purge"))
                    .build();
        });
    }

    /** How far the removal of a deleted attribute's values is. */
    @GET
    @Path("{name}/purge")
    @Produces(MediaType.APPLICATION_JSON)
    public Response purge(@PathParam("name") String name) {
        request.rights().requireView(AdministratorTask.ATTRIBUTES);
        return ErrorResponses.translating(() -> ValuePurgeProvider.of(request.session())
                .find(request.realm(), names().key(name))
                .map(purge -> Response.ok(Json.write(purge)).build())
                .orElseThrow(() -> TenantException.notFound(
                        "xt_attribute_purge_not_found", "No values of an attribute of this name were purged.")));
    }

    private AttributeRepresentation takeTurnToChange(String name) {
        request.takeTurn();
        AttributeRepresentation present = existing(name);
        ETag.check(request.session(), ETag.of(present));
        return present;
    }

    private AttributeRepresentation existing(String name) {
        String key = names().key(name);
        return attributes()
                .catalogue(request.realm())
                .filter(attribute -> attribute.key().equals(key))
                .findFirst()
                .map(this::show)
                .orElseThrow(() -> TenantException.notFound(
                        "xt_attribute_not_found", "The tenant has no attribute of this name."));
    }

    private static Response answer(AttributeRepresentation attribute) {
        return AdminRequest.answer(attribute, ETag.of(attribute));
    }

    private AttributeRepresentation show(TenantAttribute attribute) {
        return AttributeRepresentation.of(attribute, names());
    }

    /** A path may name an attribute either way. */
    private WireNames names() {
        return WireNames.of(request.realm());
    }

    private CustomAttributeProvider attributes() {
        return CustomAttributeProvider.of(request.session());
    }

    private AdminEventBuilder event(OperationType operation) {
        return request.event(RESOURCE_TYPE, operation);
    }
}
