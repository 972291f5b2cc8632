package dev.externaltenants.tenant.testapp;

import dev.externaltenants.userflow.rest.RealmResourceFactory;

/** Mounts {@link TestAppResource} at {@code /realms/{realm}/external-tenant}. */
public final class TestAppResourceProviderFactory extends RealmResourceFactory {

    public TestAppResourceProviderFactory() {
        super("external-tenant", TestAppResource::new);
    }
}
