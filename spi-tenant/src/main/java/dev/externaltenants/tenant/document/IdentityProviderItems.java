package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tenant.idp.BrokerSettings;
import dev.externaltenants.tenant.idp.IdentityProvider;
import dev.externaltenants.tenant.idp.IdentityProviders;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The identity providers that our REST can express; the others stay as they are. Secrets are taken and never shown, but for
 * references to Keycloak's vault.
 */
final class IdentityProviderItems implements DocumentItems<IdentityProvider> {

    private static final String CLIENT_SECRET = "clientSecret";
    private static final String PRIVATE_KEY = "privateKey";
    private static final Pattern VAULT_REFERENCE = Pattern.compile("\\$\\{vault\\.[^}]+}");

    private final KeycloakSession session;
    private final IdentityProviders providers;
    private final Map<IdentityProvider, BrokerSettings> lookedUp;

    /** @param lookedUp what {@link #lookUp} has returned */
    IdentityProviderItems(KeycloakSession session, RealmModel realm, Map<IdentityProvider, BrokerSettings> lookedUp) {
        this.lookedUp = lookedUp;
        this.session = session;
        this.providers = new IdentityProviders(session, realm);
    }

    @Override
    public String key() {
        return "alias";
    }

    @Override
    public Stream<IdentityProvider> list() {
        return providers.expressible();
    }

    @Override
    public ObjectNode show(IdentityProvider provider) {
        ObjectNode shown = Json.object(provider.withDefaults());
        shown.remove(List.of(CLIENT_SECRET, PRIVATE_KEY, "registration", "userFlows"));
        Optional.ofNullable(provider.clientSecret())
                .or(() -> stored(provider.alias()))
                .filter(IdentityProviderItems::isReference)
                .ifPresent(reference -> shown.put(CLIENT_SECRET, reference));
        return shown;
    }

    @Override
    public IdentityProvider read(ObjectNode shown) {
        return Json.read(shown.toString(), IdentityProvider.class);
    }

    @Override
    public void create(IdentityProvider wanted) {
        providers.create(wanted, settings(wanted));
    }

    @Override
    public void replace(IdentityProvider present, IdentityProvider wanted) {
        providers.replace(wanted, present.alias(), settings(wanted), IdentityProviderItems::anyVersion);
    }

    @Override
    public void remove(IdentityProvider present) {
        providers.delete(present.alias(), IdentityProviderItems::anyVersion);
    }

    /** A reference is shown, so the diff tells of one that comes or goes. */
    @Override
    public Optional<String> changedSecret(IdentityProvider present, IdentityProvider wanted) {
        boolean isKey = wanted.privateKey() != null;
        String given = isKey ? wanted.privateKey() : wanted.clientSecret();
        Optional<String> stored = stored(present.alias());
        if (given == null
                || isReference(given)
                || stored.filter(IdentityProviderItems::isReference).isPresent()) {
            return Optional.empty();
        }
        return stored.filter(given::equals).isPresent()
                ? Optional.empty()
                : Optional.of(isKey ? PRIVATE_KEY : CLIENT_SECRET);
    }

    /**
     * Asks what a provider publishes of itself, which may take long.
     *
     * @param present what is there, or null
     */
    BrokerSettings lookUp(IdentityProvider present, IdentityProvider wanted) {
        return present == null
                ? providers.settingsToCreate(wanted)
                : providers.settingsToReplace(wanted, present.alias());
    }

    private BrokerSettings settings(IdentityProvider wanted) {
        return Optional.ofNullable(lookedUp.get(wanted))
                .orElseThrow(() -> TenantException.conflict(
                        "xt_conflict", null, "The provider was changed meanwhile. Try again."));
    }

    private static boolean isReference(String secret) {
        return VAULT_REFERENCE.matcher(secret).matches();
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
