package dev.externaltenants.tests.support;

/**
 * One REST method.
 *
 * @param method of HTTP
 * @param path below the root resource, with its parameters in braces; empty for the root itself
 */
public record RestMethod(String method, String path) {}
