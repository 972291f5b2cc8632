package dev.externaltenants.userflow.rest;

import java.net.URI;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** A call to our admin REST: on which realm, by whom, and what each of our resources does with it alike. */
public record AdminRequest(
        KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {

    /** @throws org.keycloak.services.ErrorResponseException 404 for a path that names what nothing can be named */
    public AdminRequest {
        if (!StorableText.isStorable(session.getContext().getUri().getPath())) {
            throw ErrorResponses.of(TenantException.notFound("xt_path_invalid", StorableText.RULE));
        }
    }

    /** The same call in a transaction of its own. */
    public AdminRequest in(KeycloakSession own) {
        return new AdminRequest(own, own.getContext().getRealm(), auth, adminEvent.clone(own));
    }

    /** What the caller may do in the tenant. */
    public AdministratorRights rights() {
        return new AdministratorRights(realm, auth);
    }

    /** What the caller may do with one app of the tenant. */
    public ApplicationRights applicationRights() {
        return new ApplicationRights(session, auth, rights());
    }

    /** What the caller may do with one customer of the tenant. */
    public CustomerRights customerRights() {
        return new CustomerRights(auth, rights());
    }

    /**
     * Makes writers of the tenant take turns until the transaction ends; what is read from now on is what the writer before
     * has stored. To be called before anything is written.
     */
    public void takeTurn() {
        KeycloakCompat.of(session).lockConfiguration(realm);
    }

    /**
     * Refuses a query parameter that the call does not know, which might have been meant as one that it does.
     *
     * @throws TenantException {@code xt_unknown_parameter}
     */
    public void requireNoParameterBut(String known) {
        session.getContext().getUri().getQueryParameters().keySet().stream()
                .filter(name -> !name.equals(known))
                .findFirst()
                .ifPresent(name -> {
                    throw TenantException.invalid(
                            "xt_unknown_parameter", name, "There is no such query parameter, only " + known + ".");
                });
    }

    /** Begins the admin event of a change to what the call's path names. */
    public AdminEventBuilder event(String resourceType, OperationType operation) {
        return adminEvent
                .resource(resourceType)
                .operation(operation)
                .resourcePath(session.getContext().getUri());
    }

    /** Writes the admin event of what the call made below its path. */
    public void created(String resourceType, String name, Object made) {
        adminEvent
                .resource(resourceType)
                .operation(OperationType.CREATE)
                .resourcePath(session.getContext().getUri(), name)
                .representation(made)
                .success();
    }

    /** Writes the admin event of what the call removed below its path. */
    public void removed(String resourceType, String name) {
        adminEvent
                .resource(resourceType)
                .operation(OperationType.DELETE)
                .resourcePath(session.getContext().getUri(), name)
                .success();
    }

    /** Where to find what the call made below its path. */
    public URI location(String name) {
        return session.getContext().getUri().getAbsolutePathBuilder().path(name).build();
    }

    /** Answers with something and its version. */
    public static Response answer(Object found, String etag) {
        return Response.ok(Json.write(found), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, etag)
                .build();
    }
}
