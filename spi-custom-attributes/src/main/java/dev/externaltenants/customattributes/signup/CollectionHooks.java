package dev.externaltenants.customattributes.signup;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.externaltenants.customattributes.hook.AttributeCollection;
import dev.externaltenants.customattributes.hook.AttributeCollection.Collected;
import dev.externaltenants.customattributes.hook.AttributeCollectionHook;
import dev.externaltenants.customattributes.hook.CollectionStart;
import dev.externaltenants.customattributes.hook.CollectionSubmit;
import dev.externaltenants.userflow.UserFlow;
import org.keycloak.models.KeycloakSession;

/** The hooks of the server, asked one after the other; where there is none, nothing is done. */
final class CollectionHooks {

    private final List<AttributeCollectionHook> hooks;

    CollectionHooks(List<AttributeCollectionHook> hooks) {
        this.hooks = hooks;
    }

    static CollectionHooks of(KeycloakSession session) {
        return new CollectionHooks(session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(AttributeCollectionHook.class)
                .sorted(Comparator.comparingInt(factory -> -factory.order()))
                .map(factory -> session.getProvider(AttributeCollectionHook.class, factory.getId()))
                .toList());
    }

    /**
     * Returns how the sign-up ends when it ends here; else the hooks have filled in values. Of what they fill in, {@code kept}
     * gets what the customer cannot answer.
     */
    Optional<CollectionPage> start(
            UserFlow flow,
            Applicant applicant,
            List<SignUpField> fields,
            GivenValues given,
            Map<String, List<String>> kept) {
        for (AttributeCollectionHook hook : hooks) {
            CollectionStart said = hook.onStart(
                    collection(flow, applicant, fields, field -> given.values().getOrDefault(field.name(), List.of())));
            if (said instanceof CollectionStart.Block block) {
                return Optional.of(new CollectionPage.Blocked(block.page()));
            }
            if (said instanceof CollectionStart.Failed failed) {
                return Optional.of(new CollectionPage.Failed(failed.failure()));
            }
            if (said instanceof CollectionStart.Prefill prefill) {
                kept.putAll(given.prefill(prefill.values()));
            }
        }
        return Optional.empty();
    }

    /** Returns how the sign-up ends when it ends here; else the form has what the hooks made of it, and is good. */
    Optional<SignUpResult> submit(UserFlow flow, Applicant applicant, List<SignUpField> fields, SubmittedForm form) {
        for (AttributeCollectionHook hook : hooks) {
            CollectionSubmit said = hook.onSubmit(collection(flow, applicant, fields, form::stored));
            if (said instanceof CollectionSubmit.Block block) {
                return Optional.of(new SignUpResult.Blocked(block.page()));
            }
            if (said instanceof CollectionSubmit.Failed failed) {
                return Optional.of(new SignUpResult.Failed(failed.failure()));
            }
            if (said instanceof CollectionSubmit.Invalid invalid) {
                return Optional.of(new SignUpResult.Rejected(errors(fields, invalid)));
            }
            if (said instanceof CollectionSubmit.Modify modify) {
                form.modify(modify.values());
                if (!form.errors().isEmpty()) {
                    return Optional.of(new SignUpResult.Rejected(form.errors()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<FieldError> errors(List<SignUpField> fields, CollectionSubmit.Invalid invalid) {
        Map<String, String> texts = new HashMap<>(invalid.errors());
        texts.keySet().retainAll(fields.stream().map(SignUpField::name).toList());
        if (invalid.message() != null || texts.isEmpty()) {
            // Without any text the page would be shown again for no reason that anybody sees.
            texts.put(null, invalid.message());
        }
        return texts.entrySet().stream()
                .map(error -> FieldError.byHook(error.getKey(), error.getValue()))
                .toList();
    }

    private static AttributeCollection collection(
            UserFlow flow, Applicant applicant, List<SignUpField> fields, Function<SignUpField, List<String>> values) {
        return new AttributeCollection(
                flow,
                applicant.locale(),
                applicant.email(),
                applicant.federated(),
                fields.stream()
                        .map(field -> new Collected(field.attribute(), values.apply(field)))
                        .toList());
    }
}
