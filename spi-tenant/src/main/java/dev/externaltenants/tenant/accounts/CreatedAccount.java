package dev.externaltenants.tenant.accounts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What a creation answers.
 *
 * @param temporaryPassword the password that was generated, or null
 */
record CreatedAccount(@JsonUnwrapped Object account, String temporaryPassword) {}
