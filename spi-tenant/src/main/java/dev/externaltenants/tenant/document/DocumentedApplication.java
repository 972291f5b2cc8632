package dev.externaltenants.tenant.document;

import java.util.List;

import dev.externaltenants.customattributes.claims.ApplicationClaim;
import dev.externaltenants.tenant.apps.AppRole;
import dev.externaltenants.tenant.apps.Application;

/** An app with what our REST shows below it. */
record DocumentedApplication(Application app, List<AppRole> roles, List<ApplicationClaim> claims) {}
