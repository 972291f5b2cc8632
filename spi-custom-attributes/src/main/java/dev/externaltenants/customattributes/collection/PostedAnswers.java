package dev.externaltenants.customattributes.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.input.AttributeInput;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;

/** What a posted form answers. Whatever else it holds changes nothing, and is worth one line in the log. */
final class PostedAnswers {

    private static final Logger LOG = Logger.getLogger(PostedAnswers.class);

    private PostedAnswers() {}

    /** Returns what was submitted for the fields that the page has, by attribute name. */
    static Map<String, List<String>> of(
            AuthenticationFlowContext context, UserFlow flow, Predicate<AttributeInput> onThePage) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        ShownConsents shown = SignUpPages.shownConsents(context);
        Map<String, List<String>> answers = new HashMap<>();
        Set<String> unasked = new TreeSet<>();
        for (AttributeInput field : flow.attributes()) {
            List<String> posted = form.get(AttributesPage.input(field.name()));
            boolean asked = field.answeredByCustomer() && onThePage.test(field);
            if (field.consent() != null && asked) {
                // A box that is left is an answer too, but only beside the words of today.
                if (shown.hold(field)) {
                    answers.put(field.name(), posted == null ? List.of() : posted);
                }
            } else if (posted != null && asked) {
                answers.put(field.name(), posted);
            } else if (posted != null) {
                unasked.add(field.name());
            }
        }
        log(context, flow, unasked, unknown(flow, form.keySet()));
        return answers;
    }

    private static long unknown(UserFlow flow, Set<String> parameters) {
        Set<String> known = flow.attributes().stream()
                .map(field -> AttributesPage.input(field.name()))
                .collect(Collectors.toSet());
        return parameters.stream()
                .filter(AttributesPage::isInput)
                .filter(parameter -> !known.contains(parameter))
                .count();
    }

    /** Names of the flow only: anybody can post any other, and a value says nothing to an operator. */
    private static void log(AuthenticationFlowContext context, UserFlow flow, Set<String> unasked, long unknown) {
        if (!unasked.isEmpty() || unknown > 0) {
            LOG.warnf(
                    "Ignored fields that the page does not let customers fill in: %s and %d unknown, user flow %s, app %s",
                    unasked,
                    unknown,
                    flow.name(),
                    context.getAuthenticationSession().getClient().getClientId());
        }
    }
}
