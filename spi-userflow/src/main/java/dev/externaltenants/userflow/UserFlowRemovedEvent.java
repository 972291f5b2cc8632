package dev.externaltenants.userflow;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * A user flow was deleted, in this session and under the tenant's configuration lock, so that what names it can let go of
 * it in the same transaction.
 */
public record UserFlowRemovedEvent(KeycloakSession session, RealmModel realm, UserFlow userFlow)
        implements ProviderEvent {}
