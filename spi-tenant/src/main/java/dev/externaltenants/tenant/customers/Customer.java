package dev.externaltenants.tenant.customers;

import java.util.Map;

/**
 * A customer as our REST shows and takes it.
 *
 * @param id given by the server
 * @param email the address that the customer signs in with, or null
 * @param username another name to sign in with where the tenant takes them, or null
 * @param emailVerified shown only
 * @param enabled false keeps the customer from signing in
 * @param language the tag of the language that mails to the customer are in, or null for the tenant's
 * @param attributes values by the names of the catalogue
 * @param createdAt shown only
 * @param deletedAt shown only, of a deleted customer
 */
public record Customer(
        String id,
        String email,
        String username,
        Boolean emailVerified,
        Boolean enabled,
        String language,
        Map<String, AttributeValue> attributes,
        String createdAt,
        String deletedAt) {

    public Customer {
        email = email == null || email.isBlank() ? null : email.strip();
        username = username == null || username.isBlank() ? null : username.strip();
        enabled = enabled == null || enabled;
        attributes = attributes == null ? Map.of() : attributes;
    }

    Customer withUsername(String name) {
        return new Customer(id, email, name, emailVerified, enabled, language, attributes, createdAt, deletedAt);
    }

    Customer withAttributes(Map<String, AttributeValue> values) {
        return new Customer(id, email, username, emailVerified, enabled, language, values, createdAt, deletedAt);
    }
}
