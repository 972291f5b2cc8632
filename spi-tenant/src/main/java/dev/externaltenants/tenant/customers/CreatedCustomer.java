package dev.externaltenants.tenant.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What a creation answers.
 *
 * @param temporaryPassword the password that was generated, or null
 */
record CreatedCustomer(@JsonUnwrapped Customer customer, String temporaryPassword) {}
