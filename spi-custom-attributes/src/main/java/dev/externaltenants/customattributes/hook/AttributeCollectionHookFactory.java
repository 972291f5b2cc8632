package dev.externaltenants.customattributes.hook;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link AttributeCollectionHook}s. Of several factories, the one of the highest order is asked first. */
public interface AttributeCollectionHookFactory extends ProviderFactory<AttributeCollectionHook> {}
