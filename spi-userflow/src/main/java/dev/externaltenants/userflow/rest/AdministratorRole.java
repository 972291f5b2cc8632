package dev.externaltenants.userflow.rest;

import java.util.List;
import java.util.Set;

import static dev.externaltenants.userflow.rest.AdministratorTask.APPLICATIONS;
import static dev.externaltenants.userflow.rest.AdministratorTask.ATTRIBUTES;
import static dev.externaltenants.userflow.rest.AdministratorTask.BRANDING;
import static dev.externaltenants.userflow.rest.AdministratorTask.CUSTOMERS;
import static dev.externaltenants.userflow.rest.AdministratorTask.EXTENSIONS;
import static dev.externaltenants.userflow.rest.AdministratorTask.IDENTITY_PROVIDERS;
import static dev.externaltenants.userflow.rest.AdministratorTask.REPORTS;
import static dev.externaltenants.userflow.rest.AdministratorTask.USER_FLOWS;
import static org.keycloak.models.AdminRoles.QUERY_CLIENTS;
import static org.keycloak.models.AdminRoles.VIEW_EVENTS;
import static org.keycloak.models.AdminRoles.VIEW_IDENTITY_PROVIDERS;
import static org.keycloak.models.AdminRoles.VIEW_REALM;
import static org.keycloak.models.AdminRoles.VIEW_USERS;

/**
 * The administrator roles of a tenant, one for each task, as client roles where Keycloak keeps a realm's own.
 *
 * <p>The roles of Keycloak in them only read: its {@code manage-users} resets the password of any administrator, its {@code
 * manage-clients} changes the admin console's own client, its {@code manage-identity-providers} maps administrators' roles,
 * and its {@code view-clients} shows secrets. Each would be the way to all tasks, so changes go by our REST.
 *
 * @param managed the task, or null for who only reads
 * @param viewed what the role reads beside what it manages and what Keycloak's roles let it read
 * @param ofKeycloak the roles that it is composed of, for the pages of the admin console that the task needs
 */
public record AdministratorRole(
        String roleName,
        String description,
        AdministratorTask managed,
        Set<AdministratorTask> viewed,
        List<String> ofKeycloak) {

    public static final List<AdministratorRole> ALL = List.of(
            new AdministratorRole(
                    "xt-user-flow-administrator",
                    "Manages user flows and the apps that they serve",
                    USER_FLOWS,
                    // what a user flow names
                    Set.of(APPLICATIONS, IDENTITY_PROVIDERS),
                    List.of(VIEW_REALM)),
            new AdministratorRole(
                    "xt-attribute-administrator",
                    "Manages the attributes of customers",
                    ATTRIBUTES,
                    Set.of(),
                    List.of(VIEW_REALM)),
            new AdministratorRole(
                    "xt-extension-administrator",
                    "Manages custom authentication extensions",
                    EXTENSIONS,
                    Set.of(),
                    List.of(VIEW_REALM)),
            new AdministratorRole(
                    "xt-identity-provider-administrator",
                    "Manages identity providers",
                    IDENTITY_PROVIDERS,
                    Set.of(),
                    List.of(VIEW_REALM, VIEW_IDENTITY_PROVIDERS)),
            new AdministratorRole(
                    "xt-branding-administrator",
                    "Manages branding and languages",
                    BRANDING,
                    Set.of(),
                    List.of(VIEW_REALM)),
            new AdministratorRole(
                    "xt-application-administrator",
                    "Manages apps, their roles and their claims",
                    APPLICATIONS,
                    Set.of(),
                    List.of(VIEW_REALM, QUERY_CLIENTS)),
            new AdministratorRole(
                    "xt-user-administrator",
                    "Manages customers",
                    CUSTOMERS,
                    // what customers have
                    Set.of(ATTRIBUTES),
                    List.of(VIEW_USERS)),
            new AdministratorRole(
                    "xt-reports-reader", "Reads events and reports", null, Set.of(REPORTS), List.of(VIEW_EVENTS)),
            new AdministratorRole(
                    "xt-security-reader",
                    "Reads all settings, customers and events",
                    null,
                    Set.of(AdministratorTask.values()),
                    List.of(VIEW_REALM, VIEW_USERS, VIEW_EVENTS, VIEW_IDENTITY_PROVIDERS, QUERY_CLIENTS)));

    boolean manages(AdministratorTask task) {
        return managed == task;
    }

    boolean views(AdministratorTask task) {
        return manages(task) || viewed.contains(task);
    }
}
