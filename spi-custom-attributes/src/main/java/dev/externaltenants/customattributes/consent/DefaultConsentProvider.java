package dev.externaltenants.customattributes.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.consent.ConsentReceipt.Action;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.consent.ConsentMark;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.ConsentDocument;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keeps receipts in a table of ours, and beside them a mark at the account, which sign-ins read from the cache. */
final class DefaultConsentProvider implements ConsentProvider {

    private final KeycloakSession session;

    DefaultConsentProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Stream<ConsentReceipt> receipts(RealmModel realm, UserModel customer, Integer first, Integer max) {
        return new ConsentReceipts(session).of(realm, customer.getId(), first, max);
    }

    @Override
    public void answer(
            RealmModel realm, UserFlow flow, UserModel customer, Map<String, Boolean> ticked, ConsentContext context) {
        List<AttributeInput> answered = flow.attributes().stream()
                .filter(input -> input.consent() != null && ticked.containsKey(input.name()))
                .toList();
        if (answered.isEmpty()) {
            return;
        }
        List<ConsentMark> marks = new ArrayList<>(ConsentMark.of(customer).toList());
        for (AttributeInput input : answered) {
            boolean given = ticked.get(input.name());
            setValue(customer, input.name(), given);
            if (given) {
                store(realm, customer, given(realm, input, context));
            } else {
                marks.stream()
                        .filter(mark -> mark.isAbout(input) && mark.given())
                        .forEach(mark -> store(realm, customer, withdrawn(mark, context)));
            }
            marks.removeIf(mark -> mark.isAbout(input));
            marks.add(new ConsentMark(input.name(), input.consent(), given));
        }
        ConsentMark.write(customer, marks);
    }

    @Override
    public Optional<ConsentReceipt> withdraw(
            RealmModel realm, UserModel customer, String attribute, ConsentContext context) {
        List<ConsentMark> marks = ConsentMark.of(customer).toList();
        List<ConsentReceipt> receipts = marks.stream()
                .filter(mark -> mark.attribute().equals(attribute) && mark.given())
                .map(mark -> store(realm, customer, withdrawn(mark, context)))
                .toList();
        if (receipts.isEmpty()) {
            return Optional.empty();
        }
        setValue(customer, attribute, false);
        ConsentMark.write(
                customer,
                marks.stream()
                        .map(mark -> mark.attribute().equals(attribute) ? mark.declined() : mark)
                        .toList());
        return Optional.of(receipts.get(receipts.size() - 1));
    }

    @Override
    public void withdrawUnticked(RealmModel realm, UserModel customer, ConsentContext context) {
        ConsentMark.of(customer)
                .filter(ConsentMark::given)
                .map(ConsentMark::attribute)
                .distinct()
                .filter(attribute -> !Boolean.parseBoolean(customer.getFirstAttribute(attribute)))
                .toList()
                .forEach(attribute -> withdraw(realm, customer, attribute, context));
    }

    /** A consent is a custom attribute, whose user attribute has its name. */
    private static void setValue(UserModel customer, String attribute, boolean value) {
        String text = Boolean.toString(value);
        if (!text.equals(customer.getFirstAttribute(attribute))) {
            customer.setSingleAttribute(attribute, text);
        }
    }

    private ConsentReceipt store(RealmModel realm, UserModel customer, ConsentReceipt receipt) {
        new ConsentReceipts(session).add(realm, customer.getId(), receipt);
        return receipt;
    }

    private static ConsentReceipt given(RealmModel realm, AttributeInput input, ConsentContext context) {
        return receipt(
                input.name(),
                input.consent(),
                context.language().toLanguageTag(),
                ShownLabel.of(input, realm, context.language()).hash(),
                Action.GIVEN,
                context);
    }

    /** Names the version that had been agreed to. */
    private static ConsentReceipt withdrawn(ConsentMark mark, ConsentContext context) {
        return receipt(mark.attribute(), mark.consent(), null, null, Action.WITHDRAWN, context);
    }

    private static ConsentReceipt receipt(
            String attribute,
            ConsentDocument consent,
            String language,
            String textHash,
            Action action,
            ConsentContext context) {
        return new ConsentReceipt(
                KeycloakModelUtils.generateId(),
                attribute,
                consent.document(),
                consent.version(),
                language,
                textHash,
                action,
                Instant.ofEpochMilli(Time.currentTimeMillis()),
                context.userFlowId(),
                context.clientId(),
                SourceNetwork.of(context.address()).orElse(null));
    }
}
