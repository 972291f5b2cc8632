package dev.externaltenants.userflow.rest;

import java.util.Set;

/** What there is to administer in a tenant, each of which may be entrusted to somebody alone. */
public enum AdministratorTask {
    USER_FLOWS,
    ATTRIBUTES,
    EXTENSIONS,
    IDENTITY_PROVIDERS,
    BRANDING,
    APPLICATIONS,
    CUSTOMERS,
    REPORTS;

    /** Everything that the tenant's settings are made of. */
    static final Set<AdministratorTask> SETTINGS =
            Set.of(USER_FLOWS, ATTRIBUTES, EXTENSIONS, IDENTITY_PROVIDERS, BRANDING, APPLICATIONS);
}
