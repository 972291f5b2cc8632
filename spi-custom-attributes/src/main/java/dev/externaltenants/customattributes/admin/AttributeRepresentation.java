package dev.externaltenants.customattributes.admin;

import dev.externaltenants.customattributes.CustomAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.TenantException;

/**
 * An attribute of the catalogue in JSON.
 *
 * @param builtIn true for those that every tenant has; in a request only false or absent
 * @param maxLength how many characters a value may have; in a request only what it is anyway, or absent
 */
public record AttributeRepresentation(
        String name, String displayName, String description, DataType dataType, Boolean builtIn, Integer maxLength) {

    /** @throws TenantException {@code xt_invalid_value} for what cannot be set */
    CustomAttribute toCustomAttribute(String attributeName) {
        CustomAttribute attribute = new CustomAttribute(attributeName, displayName, description, dataType);
        if (Boolean.TRUE.equals(builtIn)) {
            throw TenantException.invalid("xt_invalid_value", "builtIn", "Nobody can add built-in attributes.");
        }
        if (dataType != null && maxLength != null && maxLength != attribute.maxLength()) {
            throw TenantException.invalid("xt_invalid_value", "maxLength", "The length follows from the data type.");
        }
        return attribute;
    }

    static AttributeRepresentation of(TenantAttribute attribute) {
        CustomAttribute custom = attribute instanceof CustomAttribute ours ? ours : null;
        return new AttributeRepresentation(
                attribute.key(),
                attribute.displayName(),
                custom == null ? null : custom.description(),
                attribute.dataType(),
                custom == null,
                attribute.maxLength());
    }
}
