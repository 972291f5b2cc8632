package dev.externaltenants.customattributes.signup;

import java.util.List;

import dev.externaltenants.customattributes.hook.BlockPage;
import dev.externaltenants.customattributes.hook.HookFailure;
import org.keycloak.models.UserModel;

/** How a sign-up ended. */
public sealed interface SignUpResult {

    /** The account exists, with its password and attributes. */
    record Created(UserModel user) implements SignUpResult {}

    /** Something submitted is not acceptable; nothing was created. */
    record Rejected(List<FieldError> errors) implements SignUpResult {}

    /** The user flow lets nobody sign up; nothing was created. */
    record NotOffered() implements SignUpResult {}

    /** A hook let nobody sign up; nothing was created. */
    record Blocked(BlockPage page) implements SignUpResult {}

    /** A hook does not work, and nobody signs up without it; nothing was created. */
    record Failed(HookFailure failure) implements SignUpResult {}

    /** The address has an account, perhaps since a moment ago; nothing was created. */
    record AccountExists() implements SignUpResult {}
}
