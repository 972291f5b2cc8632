package dev.externaltenants.userflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.signin.AssuranceLevel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The engine of user flows. Writes join the session's transaction; refusals are {@link TenantException}s, after which
 * the caller must let the transaction roll back.
 */
public interface UserFlowProvider extends Provider {

    static UserFlowProvider of(KeycloakSession session) {
        return session.getProvider(UserFlowProvider.class);
    }

    /** Returns the tenant's flows ordered by name. */
    Stream<UserFlow> list(RealmModel realm);

    Optional<UserFlow> find(RealmModel realm, String id);

    /**
     * Stores a new flow; its id and version are assigned.
     *
     * @throws TenantException {@code xt_flow_limit_reached}, {@code xt_flow_name_taken}, or what its validation says
     * @throws org.keycloak.models.ModelDuplicateException when another transaction took the same slot or name first:
     *     trying again in a new transaction gives the right answer
     */
    UserFlow create(RealmModel realm, UserFlow flow);

    /**
     * Replaces the flow with the same id and version.
     *
     * @throws TenantException {@code xt_flow_not_found}, {@code xt_version_conflict}, {@code xt_flow_name_taken}, or what
     *     its validation says
     */
    UserFlow update(RealmModel realm, UserFlow flow);

    /**
     * Deletes a flow that no app is mapped to.
     *
     * @throws TenantException {@code xt_flow_not_found}, {@code xt_flow_in_use}
     */
    void delete(RealmModel realm, String id);

    /** Says what the app's customers get. A look-up in the realm cache, no SQL once warm. */
    AppFlow forApp(ClientModel app);

    /**
     * Returns the level of authentication that the app's customers must reach, see {@link AssuranceLevel}.
     *
     * <p>The account console is no app of a flow, but changes what protects every app: it asks as much as the strictest
     * flow of the tenant.
     */
    int requiredLevel(ClientModel app);

    /** Returns the level that a customer must reach, at whatever app, to change what protects the account. */
    int requiredLevelOfAccount(RealmModel realm);

    /**
     * Returns for how many days a device stands in for the second factor at the app; 0 where none does, as at the account
     * console, whatever flow it is mapped to.
     */
    int trustedDeviceDays(ClientModel app);

    /**
     * Returns the aliases of the identity providers that the app's customers may use, in page order.
     *
     * <p>The account console is no app of a flow, but customers of every flow must get in: it takes what any flow lists.
     */
    List<String> identityProviders(ClientModel app);

    /**
     * Takes a provider that the tenant has no more out of every flow, so that another one that is given its alias later is
     * not let in by a list that never meant it.
     */
    void forgetIdentityProvider(RealmModel realm, String alias);

    /**
     * Returns whether the tenant may have customers who sign in with a code by e-mail: a flow of it has or had that method.
     */
    boolean hasCodeCustomers(RealmModel realm);

    /**
     * Maps apps again whose flow got another id by an import, and those that name their flow, as a file written by hand may.
     */
    void reconnectApps(RealmModel realm);

    /**
     * Returns the ids of now by everything that an imported file may call a flow: its name, the id it had before, and its
     * id. To be asked before {@link #reconnectApps}, which forgets the ids of before.
     */
    Map<String, String> idsByImportedName(RealmModel realm);

    /**
     * Checks every stored flow against the rules of all modules, as after an import, which stores piece by piece.
     *
     * @throws TenantException what the first broken rule says
     */
    void checkAll(RealmModel realm);

    /**
     * Maps the app to the flow; an app has one flow, so this ends any earlier mapping. Safe to repeat.
     *
     * @throws TenantException {@code xt_application_field_unsuitable}, {@code xt_application_overrides_flows}
     */
    void assign(UserFlow flow, ClientModel app);

    /** Ends the app's mapping to this flow, if it has it. */
    void release(UserFlow flow, ClientModel app);

    /** Says that the caller's right to map apps was checked for all that this session writes to them. */
    void permitMappings();

    /** Ends the app's mapping to whatever flow it has. */
    void release(ClientModel app);

    /** Returns the apps mapped to the flow, ordered by client id. */
    Stream<ClientModel> apps(RealmModel realm, UserFlow flow);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
