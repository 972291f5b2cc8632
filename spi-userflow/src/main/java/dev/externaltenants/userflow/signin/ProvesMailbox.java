package dev.externaltenants.userflow.signin;

import org.keycloak.authentication.Authenticator;

/** A step that proves who reads the account's mailbox, which is no second factor of whoever proved just that as the first. */
public interface ProvesMailbox extends Authenticator {}
