package dev.externaltenants.userflow;

import java.util.Map;
import java.util.Optional;

/**
 * Of which app a mail is, said in its model: whoever dresses mails finds it there. By id, because a mail may be written
 * after its request, and the app may be gone by then.
 */
public final class MailedApp {

    private static final String ATTRIBUTE = "xtMailedApp";

    private MailedApp() {}

    /**
     * Says it.
     *
     * @param model of the mail's templates, which is changed
     * @param clientId of the app, or null when the mail is of none
     */
    public static void say(Map<String, Object> model, String clientId) {
        if (clientId != null) {
            model.put(ATTRIBUTE, clientId);
        }
    }

    /** Returns the client id that the model says, or nothing: then it is of no app, or a mail of Keycloak's own. */
    public static Optional<String> of(Map<?, ?> model) {
        return Optional.ofNullable(model.get(ATTRIBUTE)).map(Object::toString);
    }
}
