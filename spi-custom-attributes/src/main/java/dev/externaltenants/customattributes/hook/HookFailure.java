package dev.externaltenants.customattributes.hook;

import java.util.Map;

/**
 * Why a hook cannot say what it has to: for operators. Customers read that it does not work now.
 *
 * @param error of the user event
 * @param details of the user event
 */
public record HookFailure(String error, Map<String, String> details) {

    public HookFailure {
        details = Map.copyOf(details);
    }
}
