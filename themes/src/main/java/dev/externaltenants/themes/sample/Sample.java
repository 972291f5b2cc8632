package dev.externaltenants.themes.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.forms.login.MessageType;
import org.keycloak.models.utils.FormMessage;

/**
 * One page of the login theme as a step would show it to a customer whom nobody is: its template, what the step gives to
 * it, and its messages. What Keycloak gives to every page, such as texts and the realm, is not here. No address leads
 * anywhere.
 */
public final class Sample {

    /** Where links of a sample lead: to the page itself. */
    public static final String NOWHERE = "#";

    private final String template;
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<FormMessage> messages = new ArrayList<>();
    private MessageType messageType = MessageType.ERROR;

    private Sample(String template) {
        this.template = template;
        with("client", Map.of("baseUrl", NOWHERE, "attributes", Map.of()));
        with("login", Map.of());
        with("auth", SampleAuth.NOBODY);
        with("social", Map.of("providers", List.of()));
    }

    /** @param template the file, such as {@code error.ftl} */
    public static Sample of(String template) {
        return new Sample(template);
    }

    /** @param xt what a step of ours gives to its page */
    public static Sample of(String template, Map<String, Object> xt) {
        return new Sample(template).with("xt", xt);
    }

    /** Gives an attribute to the page, in place of one that it had under this name. */
    public Sample with(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    /** Shows whose sign-in it is. */
    Sample signingInAs(String email) {
        return with("auth", new SampleAuth(email, List.of()));
    }

    /** Shows a message above the form. */
    Sample message(MessageType type, String key, Object... values) {
        messageType = type;
        messages.add(new FormMessage(null, key, values));
        return this;
    }

    /** Shows what is wrong with a field. */
    Sample error(String field, String key, Object... values) {
        messages.add(new FormMessage(field, key, values));
        return this;
    }

    /** Returns the file to render. */
    public String template() {
        return template;
    }

    /** Returns what stands under which name in the template. */
    public Map<String, Object> attributes() {
        return Map.copyOf(attributes);
    }

    /** Returns what the page says, of fields and of itself. */
    public List<FormMessage> messages() {
        return List.copyOf(messages);
    }

    /** Returns of what kind the messages are. */
    public MessageType messageType() {
        return messageType;
    }
}
