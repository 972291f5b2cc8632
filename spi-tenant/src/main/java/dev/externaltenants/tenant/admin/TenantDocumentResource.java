package dev.externaltenants.tenant.admin;

import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.tenant.document.AppliedDocument;
import dev.externaltenants.tenant.document.DocumentFormat;
import dev.externaltenants.tenant.document.PreparedDocument;
import dev.externaltenants.tenant.document.TenantDocument;
import dev.externaltenants.tenant.document.TenantDocumentProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Flag;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminAuth;

/** The tenant as one document: {@code …/external-tenant/document}, in JSON and in YAML. */
public final class TenantDocumentResource {

    private static final String RESOURCE_TYPE = "XT_TENANT_DOCUMENT";

    /** RFC 9512, and what was in use before it. */
    private static final String YAML = "application/yaml";

    private static final String YAML_OF_OLD = "application/x-yaml";
    private static final String YAML_AS_TEXT = "text/yaml";

    private static final String DRY_RUN = "dryRun";

    /** Says in the answer to a change whether it was made, so that nobody takes one for a dry run. */
    private static final String APPLIED = "XT-Applied";

    private final AdminRequest request;

    TenantDocumentResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, YAML, YAML_OF_OLD, YAML_AS_TEXT})
    public Response read() {
        request.rights().requireViewSettings();
        return ErrorResponses.translating(() -> {
            TenantDocument document =
                    TenantDocumentProvider.of(request.session()).read(request.realm(), administrator());
            return answer(document, document.sections()).build();
        });
    }

    /** Makes the tenant as the document says, and answers what changed by it; with {@code dryRun}, what would. */
    @PUT
    @Consumes({MediaType.APPLICATION_JSON, YAML, YAML_OF_OLD, YAML_AS_TEXT})
    @Produces({MediaType.APPLICATION_JSON, YAML, YAML_OF_OLD, YAML_AS_TEXT})
    public Response apply(String body) {
        request.rights().requireManageSettings();
        boolean only = ErrorResponses.translating(this::isDryRun);
        // Before anything is locked: it may ask identity providers of themselves, who may be slow to tell.
        PreparedDocument wanted = ErrorResponses.translating(
                () -> TenantDocumentProvider.of(request.session()).prepare(request.realm(), given().read(body)));
        return new TenantTransaction(request.session()).run(own -> apply(own, wanted, only));
    }

    private boolean isDryRun() {
        request.requireNoParameterBut(DRY_RUN);
        MultivaluedMap<String, String> query =
                request.session().getContext().getUri().getQueryParameters();
        List<String> values = query.getOrDefault(DRY_RUN, List.of());
        if (values.size() > 1) {
            throw TenantException.invalid("xt_invalid_value", DRY_RUN, "Give it once.");
        }
        return query.containsKey(DRY_RUN)
                && Flag.of(DRY_RUN, Objects.requireNonNullElse(query.getFirst(DRY_RUN), ""))
                        .orElseThrow();
    }

    private Response apply(KeycloakSession own, PreparedDocument wanted, boolean dryRun) {
        AppliedDocument applied = TenantDocumentProvider.of(own)
                .apply(
                        own.getContext().getRealm(),
                        wanted,
                        administrator(),
                        present -> ETag.check(request.session(), ETag.of(present.sections())));
        if (dryRun) {
            // Done by the same rules, and then not at all.
            own.getTransactionManager().setRollbackOnly();
        } else if (!applied.changes().isEmpty()) {
            request.adminEvent()
                    .clone(own)
                    .resource(RESOURCE_TYPE)
                    .operation(OperationType.UPDATE)
                    .resourcePath(request.session().getContext().getUri())
                    .representation(applied.changes())
                    .success();
        }
        // What was taken back is no version that anybody could change.
        return answer(dryRun ? applied.before() : applied.after(), applied.changes())
                .header(APPLIED, !dryRun)
                .build();
    }

    private Response.ResponseBuilder answer(TenantDocument document, Object shown) {
        DocumentFormat format = wanted();
        return Response.ok(
                        format.write(Json.tree(shown)),
                        format == DocumentFormat.YAML ? YAML : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, ETag.of(document.sections()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private AdminAuth administrator() {
        return request.auth().adminAuth();
    }

    private DocumentFormat given() {
        return isYaml(headers().getMediaType()) ? DocumentFormat.YAML : DocumentFormat.JSON;
    }

    private DocumentFormat wanted() {
        return acceptable().stream()
                .filter(type -> isYaml(type) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(TenantDocumentResource::isYaml)
                .map(type -> DocumentFormat.YAML)
                .orElse(DocumentFormat.JSON);
    }

    private List<MediaType> acceptable() {
        try {
            return headers().getAcceptableMediaTypes();
        } catch (IllegalArgumentException unreadable) {
            // As at the other resources, which do not look: the first type they have.
            return List.of();
        }
    }

    private HttpHeaders headers() {
        return request.session().getContext().getHttpRequest().getHttpHeaders();
    }

    private static boolean isYaml(MediaType type) {
        return type != null && type.getSubtype().endsWith("yaml");
    }
}
