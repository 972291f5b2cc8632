package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tenant.idp.IdentityProvider;
import dev.externaltenants.tenant.idp.IdentityProviders;
import dev.externaltenants.tenant.idp.ProviderType;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The identity providers of our types. Their secrets are taken and never shown, but for references to Keycloak's vault. */
final class IdentityProviderItems implements DocumentItems<IdentityProvider> {

    private static final String CLIENT_SECRET = "clientSecret";
    private static final Pattern VAULT_REFERENCE = Pattern.compile("\\$\\{vault\\.[^}]+}");

    private final KeycloakSession session;
    private final IdentityProviders providers;

    IdentityProviderItems(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.providers = new IdentityProviders(session, realm);
    }

    @Override
    public String key() {
        return "alias";
    }

    @Override
    public Stream<IdentityProvider> list() {
        return providers.list().filter(provider -> provider.type() != ProviderType.OTHER);
    }

    @Override
    public ObjectNode show(IdentityProvider provider) {
        ObjectNode shown = Json.object(provider);
        shown.remove(List.of(CLIENT_SECRET, "privateKey", "registration", "userFlows"));
        Optional.ofNullable(provider.clientSecret())
                .or(() -> stored(provider.alias()))
                .filter(secret -> VAULT_REFERENCE.matcher(secret).matches())
                .ifPresent(reference -> shown.put(CLIENT_SECRET, reference));
        return shown;
    }

    @Override
    public IdentityProvider read(ObjectNode shown) {
        return Json.read(shown.toString(), IdentityProvider.class);
    }

    @Override
    public void create(IdentityProvider wanted) {
        providers.create(wanted);
    }

    @Override
    public void replace(IdentityProvider present, IdentityProvider wanted) {
        providers.replace(wanted, present.alias(), IdentityProviderItems::anyVersion);
    }

    @Override
    public void remove(IdentityProvider present) {
        providers.delete(present.alias(), IdentityProviderItems::anyVersion);
    }

    @Override
    public boolean bringsSecret(IdentityProvider wanted) {
        return wanted.clientSecret() != null || wanted.privateKey() != null;
    }

    private static void anyVersion(IdentityProvider present) {
        // The version of the whole document was checked.
    }

    private Optional<String> stored(String alias) {
        return Optional.ofNullable(session.identityProviders().getByAlias(alias))
                .map(IdentityProviderModel::getConfig)
                .map(config -> config.get(CLIENT_SECRET));
    }
}
