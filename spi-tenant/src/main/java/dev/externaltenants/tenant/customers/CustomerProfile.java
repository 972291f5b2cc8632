package dev.externaltenants.tenant.customers;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.userflow.username.Username;
import org.keycloak.models.UserModel;

/** Translates between customers and the attributes of Keycloak's users. */
final class CustomerProfile {

    private final Map<String, TenantAttribute> catalogue;
    private final WireNames names;

    CustomerProfile(Stream<TenantAttribute> catalogue, WireNames names) {
        this.names = names;
        this.catalogue = catalogue
                // A field of its own.
                .filter(attribute -> attribute != BuiltInAttribute.USERNAME)
                .collect(Collectors.toMap(TenantAttribute::key, Function.identity()));
    }

    /** Finds an attribute that customers have values of, by the name of the catalogue or of the wire. */
    Optional<TenantAttribute> find(String name) {
        return Optional.ofNullable(catalogue.get(names.key(name)));
    }

    /** Returns the customer with the names of the catalogue, whichever were given. */
    Customer byKeys(Customer given) {
        Map<String, AttributeValue> values = new HashMap<>();
        given.attributes().forEach((name, value) -> values.put(names.key(name), value));
        return given.withAttributes(values);
    }

    /** Returns the field of a customer that the attribute of a user is. */
    String field(String userAttribute) {
        return catalogue.values().stream()
                .filter(attribute -> attribute.userAttribute().equals(userAttribute))
                .map(attribute -> "attributes." + attribute.key())
                .findFirst()
                .orElse(userAttribute.equals(Username.USER_ATTRIBUTE) ? "username" : userAttribute);
    }

    Customer read(UserModel user) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        catalogue.values().forEach(attribute -> value(user, attribute)
                .ifPresent(value -> attributes.put(attribute.key(), value)));
        return new Customer(
                user.getId(),
                user.getEmail(),
                username(user),
                user.isEmailVerified(),
                user.isEnabled(),
                user.getFirstAttribute(UserModel.LOCALE),
                attributes,
                user.getCreatedTimestamp() == null ? null : time(user.getCreatedTimestamp()),
                Deletion.of(user).map(deletion -> time(deletion.at())).orElse(null));
    }

    static String username(UserModel user) {
        String ofKeycloak = user.getUsername().equals(user.getEmail()) ? null : user.getUsername();
        String name = user.getFirstAttribute(Username.USER_ATTRIBUTE);
        return name == null ? ofKeycloak : name;
    }

    /** Returns what the customer has a value for. */
    Map<String, List<String>> valuesOf(Customer customer) {
        Map<String, List<String>> values = write(customer);
        values.values().removeIf(List::isEmpty);
        return values;
    }

    /** Returns the user attributes that have any number of values. */
    Set<String> collections() {
        return catalogue.values().stream()
                .filter(CustomerProfile::isCollection)
                .map(TenantAttribute::userAttribute)
                .collect(Collectors.toSet());
    }

    /** Returns all that a customer may have, empty where this one has nothing. */
    Map<String, List<String>> write(Customer customer) {
        Map<String, List<String>> values = new HashMap<>();
        catalogue.forEach((key, attribute) -> values.put(
                attribute.userAttribute(), texts(customer.attributes().get(key))));
        // Keycloak's own user name is the address, if there is one.
        values.put(UserModel.USERNAME, listOf(customer.email() == null ? customer.username() : customer.email()));
        values.put(Username.USER_ATTRIBUTE, listOf(customer.username()));
        values.put(UserModel.EMAIL, listOf(customer.email()));
        values.put(UserModel.LOCALE, listOf(customer.language()));
        return values;
    }

    private static Optional<AttributeValue> value(UserModel user, TenantAttribute attribute) {
        if (isCollection(attribute)) {
            // In an order of ours, since Keycloak has none, and each order would be another version.
            List<String> texts =
                    user.getAttributeStream(attribute.userAttribute()).sorted().toList();
            return texts.isEmpty() ? Optional.empty() : Optional.of(AttributeValue.listOf(texts));
        }
        return Optional.ofNullable(user.getFirstAttribute(attribute.userAttribute()))
                .filter(value -> !value.isEmpty())
                .map(AttributeValue::of);
    }

    static boolean isCollection(TenantAttribute attribute) {
        return attribute.dataType() == DataType.STRING_COLLECTION;
    }

    private static List<String> texts(AttributeValue value) {
        return value == null
                ? List.of()
                : value.values().stream()
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .toList();
    }

    private static List<String> listOf(String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
