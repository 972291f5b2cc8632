package dev.externaltenants.claimsextension;

import java.util.Optional;
import java.util.Set;

import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.customattributes.MigrationAttribute;

/**
 * The extension that an app's event asks, and on whose behalf.
 *
 * @param listenerId the event listener or user flow that names it
 * @param extensionId as it is named there
 * @param extension with what the listener has instead of its own settings; empty where it is gone
 * @param migrationAttribute at password submit, the boolean attribute that says whose password is yet to be migrated
 * @param audiences at token issuance start, whose tokens have its claims
 */
public record EventHandler(
        String listenerId,
        String extensionId,
        Optional<CustomExtension> extension,
        Optional<String> migrationAttribute,
        Set<TokenAudience> audiences) {

    public static final String DEFAULT_MIGRATION_ATTRIBUTE = MigrationAttribute.DEFAULT;

    /** Returns the extension's name, or the id under which it was looked for. */
    public String name() {
        return extension.map(CustomExtension::name).orElse(extensionId);
    }

    /** An extension that is gone gives no answer, and says nothing of what to do without. */
    public BehaviorOnError behaviorOnError() {
        return extension.map(CustomExtension::behaviorOnError).orElse(BehaviorOnError.FAIL);
    }
}
