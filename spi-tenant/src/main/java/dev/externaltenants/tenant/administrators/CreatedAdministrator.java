package dev.externaltenants.tenant.administrators;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What a creation answers.
 *
 * @param temporaryPassword the password that was generated, or null
 */
record CreatedAdministrator(@JsonUnwrapped Administrator administrator, String temporaryPassword) {}
