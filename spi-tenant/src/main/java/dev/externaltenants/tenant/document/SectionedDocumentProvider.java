package dev.externaltenants.tenant.document;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Reads and applies documents section by section; what an object must be, only its own engine knows. */
final class SectionedDocumentProvider implements TenantDocumentProvider {

    private final KeycloakSession session;

    SectionedDocumentProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public TenantDocument read(RealmModel realm, AdminAuth administrator) {
        return new Sections(session, realm, administrator).read();
    }

    @Override
    public AppliedDocument apply(
            RealmModel realm, TenantDocument wanted, AdminAuth administrator, Consumer<TenantDocument> guard) {
        KeycloakCompat.of(session).lockConfiguration(realm);
        Sections sections = new Sections(session, realm, administrator);
        sections.apps.readAnew();
        TenantDocument before = sections.read();
        guard.accept(before);
        sections.make(wanted.sections());
        TenantDocument after = sections.read();
        return new AppliedDocument(DocumentDiff.between(before.sections(), after.sections()), after);
    }

    /** The sections of one tenant. */
    private static final class Sections {

        private final SettingsSection settings;
        private final ApplicationItems apps;
        private final ListSection<?> userFlows;
        private final ListSection<?> applications;

        /** In an order in which each names only what comes before it. */
        private final List<DocumentSection> all;

        Sections(KeycloakSession session, RealmModel realm, AdminAuth administrator) {
            this.apps = new ApplicationItems(session, realm, administrator);
            this.userFlows = new ListSection<>("userFlows", new UserFlowItems(session, realm));
            this.applications = new ListSection<>("applications", apps);
            this.settings = new SettingsSection(session, realm);
            this.all = List.of(
                    settings,
                    new ListSection<>("attributes", new AttributeItems(session, realm)),
                    new ListSection<>("customExtensions", new ExtensionItems(session, realm)),
                    new ListSection<>("identityProviders", new IdentityProviderItems(session, realm)),
                    userFlows,
                    applications);
        }

        TenantDocument read() {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            all.forEach(section -> document.set(section.name(), section.read()));
            return new TenantDocument(document);
        }

        void make(ObjectNode wanted) {
            checkNames(wanted);
            makeRoom(wanted);
            given(wanted).forEach(section -> section.put(wanted.get(section.name())));
            List<DocumentSection> given = given(wanted);
            for (int i = given.size() - 1; i >= 0; i--) {
                given.get(i).prune(wanted.get(given.get(i).name()));
            }
            if (wanted.has(settings.name())) {
                // User flows that went may have switched on what the document says is off.
                settings.put(wanted.get(settings.name()));
            }
        }

        /** A tenant has ten places for user flows: those that go make room for those that come. */
        private void makeRoom(ObjectNode wanted) {
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
