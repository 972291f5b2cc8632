package dev.externaltenants.claimsextension.listener;

import java.util.Set;

import dev.externaltenants.claimsextension.TokenAudience;

/**
 * The one listener that has a say.
 *
 * @param audiences whose tokens have its claims
 */
public record ChosenListener(AuthenticationEventListener listener, Set<TokenAudience> audiences) {}
