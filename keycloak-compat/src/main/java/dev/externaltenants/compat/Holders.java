package dev.externaltenants.compat;

import java.util.Set;

/**
 * What makes a user one of some holders; ids each.
 *
 * @param roles held in whichever way
 * @param groups joined, or one below
 * @param users themselves
 */
public record Holders(Set<String> roles, Set<String> groups, Set<String> users) {}
