package dev.externaltenants.customattributes.admin;

import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.userflow.TenantException;

/**
 * An attribute of the catalogue in JSON.
 *
 * @param builtIn true for those that every tenant has; in a request only false or absent
 * @param wireName the name in Entra's contracts, of custom attributes; in a request only what it is anyway, or absent
 * @param maxLength how many characters a value may have; of other types than texts in a request only what it is anyway
 */
public record AttributeRepresentation(
        String name,
        String displayName,
        String description,
        DataType dataType,
        Boolean builtIn,
        String wireName,
        Integer maxLength) {

    /** @throws TenantException {@code xt_invalid_value} for what cannot be set */
    CustomAttribute toCustomAttribute(String attributeName, WireNames names) {
        CustomAttribute attribute = new CustomAttribute(attributeName, displayName, description, dataType, maxLength);
        if (wireName != null && !wireName.equals(names.of(attribute))) {
            throw TenantException.invalid("xt_invalid_value", "wireName", "It follows from the name.");
        }
        if (Boolean.TRUE.equals(builtIn)) {
            throw TenantException.invalid("xt_invalid_value", "builtIn", "Nobody can add built-in attributes.");
        }
        return attribute;
    }

    /** Returns what a change that says no length makes of the stored attribute. */
    AttributeRepresentation withLengthOf(AttributeRepresentation present) {
        return maxLength != null
                ? this
                : new AttributeRepresentation(
                        name, displayName, description, dataType, builtIn, wireName, present.maxLength);
    }

    static AttributeRepresentation of(TenantAttribute attribute, WireNames names) {
        CustomAttribute custom = attribute instanceof CustomAttribute ours ? ours : null;
        return new AttributeRepresentation(
                attribute.key(),
                attribute.displayName(),
                custom == null ? null : custom.description(),
                attribute.dataType(),
                custom == null,
                custom == null ? null : names.of(custom),
                attribute.maxLength());
    }
}
