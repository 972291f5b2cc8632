package dev.externaltenants.tenant.document;

import java.util.Map;

import dev.externaltenants.userflow.UserFlow;

/**
 * A user flow with what our REST keeps apart from it.
 *
 * @param texts the operator's, by language
 */
record DocumentedUserFlow(UserFlow flow, Map<String, Map<String, String>> texts) {}
