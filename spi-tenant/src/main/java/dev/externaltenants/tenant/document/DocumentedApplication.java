package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.Optional;

import dev.externaltenants.claimsextension.mapping.ClaimsMapping;
import dev.externaltenants.customattributes.claims.ApplicationClaim;
import dev.externaltenants.tenant.apps.AppRole;
import dev.externaltenants.tenant.apps.Application;

/**
 * An app with what our REST shows below it.
 *
 * @param claimsMapping empty where the extension's own map counts
 * @param theme empty where the app shows the tenant's own brand
 */
record DocumentedApplication(
        Application app,
        List<AppRole> roles,
        List<ApplicationClaim> claims,
        Optional<ClaimsMapping> claimsMapping,
        Optional<String> theme) {}
