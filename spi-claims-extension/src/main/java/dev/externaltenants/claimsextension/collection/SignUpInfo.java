package dev.externaltenants.claimsextension.collection;

import java.util.ArrayList;
import java.util.List;

import dev.externaltenants.claimsextension.contract.SignUpAttribute;
import dev.externaltenants.claimsextension.contract.SignUpAttribute.ValueType;
import dev.externaltenants.claimsextension.contract.UserSignUpInfo;
import dev.externaltenants.claimsextension.contract.UserSignUpInfo.Identity;
import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.customattributes.hook.AttributeCollection;
import dev.externaltenants.customattributes.hook.AttributeCollection.Collected;

/** A sign-up in the terms of Entra's contract. */
public final class SignUpInfo {

    private final AttributeCollection collection;
    private final WireNames names;
    private final String issuer;

    /** @param issuer who says whose the proven address is */
    public SignUpInfo(AttributeCollection collection, WireNames names, String issuer) {
        this.collection = collection;
        this.names = names;
        this.issuer = issuer;
    }

    public UserSignUpInfo told() {
        return new UserSignUpInfo(
                collection.attributes().stream().map(this::attribute).toList(), identities());
    }

    private SignUpAttribute attribute(Collected collected) {
        return new SignUpAttribute(
                collected.attribute().key(),
                names.of(collected.attribute()),
                collected.attribute() instanceof BuiltInAttribute,
                type(collected.attribute().dataType()),
                collected.values());
    }

    private static ValueType type(DataType dataType) {
        return switch (dataType) {
            case STRING, DATE, DATE_TIME, STRING_COLLECTION -> ValueType.STRING;
            case INT -> ValueType.INT64;
            case BOOLEAN -> ValueType.BOOLEAN;
        };
    }

    /** The proven address comes first also for customers of an identity provider: functions look for it there. */
    private List<Identity> identities() {
        List<Identity> identities = new ArrayList<>();
        identities.add(new Identity("email", issuer, collection.email()));
        collection
                .federated()
                .ifPresent(
                        identity -> identities.add(new Identity("federated", identity.provider(), identity.subject())));
        return identities;
    }
}
