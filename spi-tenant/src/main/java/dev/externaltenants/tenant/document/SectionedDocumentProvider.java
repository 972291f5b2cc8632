package dev.externaltenants.tenant.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.tenant.idp.BrokerSettings;
import dev.externaltenants.tenant.idp.IdentityProvider;
import dev.externaltenants.themes.branding.CheckedImage;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Reads and applies documents section by section; what an object must be, only its own engine knows. */
final class SectionedDocumentProvider implements TenantDocumentProvider {

    private static final String IDENTITY_PROVIDERS = "identityProviders";
    private static final TenantDocument EMPTY = new TenantDocument(JsonNodeFactory.instance.objectNode());

    private final KeycloakSession session;

    SectionedDocumentProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public TenantDocument read(RealmModel realm, AdminAuth administrator) {
        PreparedDocument nothing = new PreparedDocument(EMPTY, Map.of(), Map.of());
        return new Sections(session, realm, administrator, nothing).read();
    }

    @Override
    public PreparedDocument prepare(RealmModel realm, TenantDocument wanted) {
        Map<GivenPicture, CheckedImage> pictures = new GivenPictures(session, realm).ready(wanted.sections());
        Map<IdentityProvider, BrokerSettings> lookedUp = new HashMap<>();
        JsonNode given = wanted.sections().path(IDENTITY_PROVIDERS);
        if (!given.isMissingNode()) {
            IdentityProviderItems providers = new IdentityProviderItems(session, realm, Map.of());
            new ListSection<>(IDENTITY_PROVIDERS, providers)
                    .eachChange(given, (present, item) -> lookedUp.put(item, providers.lookUp(present, item)));
        }
        return new PreparedDocument(wanted, lookedUp, pictures);
    }

    @Override
    public AppliedDocument apply(
            RealmModel realm, PreparedDocument prepared, AdminAuth administrator, Consumer<TenantDocument> guard) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        Sections sections = new Sections(session, realm, administrator, prepared);
        sections.apps.readAnew();
        TenantDocument before = sections.read();
        guard.accept(before);
        List<DocumentChange> secrets = sections.make(prepared.wanted().sections());
        TenantDocument after = sections.read();
        List<DocumentChange> changes = new ArrayList<>(DocumentDiff.between(before.sections(), after.sections()));
        changes.addAll(secrets);
        return new AppliedDocument(changes, before, after);
    }

    /** The sections of one tenant. */
    private static final class Sections {

        private final SettingsSection settings;
        private final ApplicationItems apps;
        private final ListSection<?> themes;
        private final ListSection<?> userFlows;
        private final ListSection<?> applications;
        private final ListSection<?> eventListeners;

        /** In an order in which each names only what comes before it. */
        private final List<DocumentSection> all;

        Sections(KeycloakSession session, RealmModel realm, AdminAuth administrator, PreparedDocument prepared) {
            this.apps = new ApplicationItems(session, realm, administrator);
            this.themes = new ListSection<>(ThemeItems.SECTION, new ThemeItems(session, realm, prepared.pictures()));
            this.userFlows = new ListSection<>("userFlows", new UserFlowItems(session, realm));
            this.applications = new ListSection<>("applications", apps);
            this.eventListeners = new ListSection<>("eventListeners", new ListenerItems(session, realm));
            this.settings = new SettingsSection(session, realm);
            this.all = List.of(
                    settings,
                    new BrandingSection(session, realm, prepared.pictures()),
                    themes,
                    new TextsSection(session, realm),
                    new ListSection<>("attributes", new AttributeItems(session, realm)),
                    new ListSection<>("customExtensions", new ExtensionItems(session, realm)),
                    new ListSection<>(
                            IDENTITY_PROVIDERS, new IdentityProviderItems(session, realm, prepared.providers())),
                    userFlows,
                    applications,
                    eventListeners);
        }

        TenantDocument read() {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            all.forEach(section -> document.set(section.name(), section.read()));
            return new TenantDocument(document);
        }

        /** Returns what no diff tells. */
        List<DocumentChange> make(ObjectNode wanted) {
            checkNames(wanted);
            makeRoom(wanted);
            List<DocumentSection> given = given(wanted);
            List<DocumentChange> secrets = new ArrayList<>();
            given.forEach(section -> secrets.addAll(section.put(wanted.get(section.name()))));
            for (int i = given.size() - 1; i >= 0; i--) {
                given.get(i).prune(wanted.get(given.get(i).name()));
            }
            if (wanted.has(eventListeners.name())) {
                // An app that went must not be named by the document: it would be refused the next time.
                eventListeners.put(wanted.get(eventListeners.name()));
            }
            if (wanted.has(settings.name())) {
                // User flows that went may have switched on what the document says is off.
                settings.put(wanted.get(settings.name()));
            }
            return secrets;
        }

        /** A tenant has ten places for user flows and five for themes: those that go make room for those that come. */
        private void makeRoom(ObjectNode wanted) {
            if (wanted.has(themes.name())) {
                themes.prune(wanted.get(themes.name()));
            }
            if (!wanted.has(userFlows.name())) {
                return;
            }
            if (wanted.has(applications.name())) {
                // Where the apps go instead, their own section says.
                apps.releaseFromAllBut(userFlows.keys(wanted.get(userFlows.name())));
            }
            userFlows.prune(wanted.get(userFlows.name()));
        }

        private List<DocumentSection> given(ObjectNode wanted) {
            return all.stream().filter(section -> wanted.has(section.name())).toList();
        }

        private void checkNames(ObjectNode wanted) {
            Set<String> known = all.stream().map(DocumentSection::name).collect(Collectors.toSet());
            wanted.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw TenantException.invalid("xt_unknown_field", name, "Documents have no such section.");
                }
            });
        }
    }
}
