package dev.externaltenants.claimsextension.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.externaltenants.claimsextension.RealmIssuer;
import dev.externaltenants.claimsextension.collection.SignUpInfo;
import dev.externaltenants.claimsextension.contract.SignUpAttribute;
import dev.externaltenants.claimsextension.contract.SignUpAttribute.ValueType;
import dev.externaltenants.claimsextension.contract.UserSignUpInfo;
import dev.externaltenants.claimsextension.contract.UserSignUpInfo.Identity;
import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.DataType;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.customattributes.hook.AttributeCollection;
import dev.externaltenants.customattributes.hook.AttributeCollection.Collected;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.InputType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A sign-up at an app, with all that its user flow collects; where no app or no flow is known, with one attribute. */
final class SampleSignUp {

    private static final String TEXT = "Sample";
    private static final String COUNTRY = "NO";

    private final KeycloakSession session;
    private final ClientModel app;

    /** @param app null for none */
    SampleSignUp(KeycloakSession session, ClientModel app) {
        this.session = session;
        this.app = app;
    }

    /** Returns what the API is told before the page is shown: of each attribute the flow's own value, if it has one. */
    UserSignUpInfo begun() {
        return told(input -> Optional.ofNullable(input.defaultValue()), attribute -> Optional.empty());
    }

    /** Returns what the API is told once a customer has answered everything. */
    UserSignUpInfo answered() {
        return told(SampleSignUp::answer, attribute -> Optional.of(value(attribute.dataType())));
    }

    private UserSignUpInfo told(
            Function<AttributeInput, Optional<String>> ofInput,
            Function<TenantAttribute, Optional<String>> ofAttribute) {
        String issuer = RealmIssuer.of(session);
        return flow().map(flow -> new SignUpInfo(
                                new AttributeCollection(
                                        flow,
                                        Locale.ENGLISH,
                                        SampleSubject.EMAIL,
                                        Optional.empty(),
                                        collected(flow, ofInput, ofAttribute)),
                                WireNames.of(realm()),
                                issuer)
                        .told())
                .orElseGet(() -> new UserSignUpInfo(
                        List.of(new SignUpAttribute("givenName", "givenName", true, ValueType.STRING, List.of(TEXT))),
                        List.of(new Identity("email", issuer, SampleSubject.EMAIL))));
    }

    private Optional<UserFlow> flow() {
        return Optional.ofNullable(app)
                .flatMap(known -> UserFlowProvider.of(session).forApp(known).assignedFlow());
    }

    private List<Collected> collected(
            UserFlow flow,
            Function<AttributeInput, Optional<String>> ofInput,
            Function<TenantAttribute, Optional<String>> ofAttribute) {
        Map<String, TenantAttribute> catalogue = CustomAttributeProvider.of(session)
                .catalogue(realm())
                .collect(Collectors.toMap(TenantAttribute::key, Function.identity()));
        List<Collected> collected = new ArrayList<>();
        for (AttributeInput input : flow.attributes()) {
            TenantAttribute attribute = catalogue.get(input.name());
            if (attribute != null) {
                Optional<String> value = ofInput.apply(input).or(() -> ofAttribute.apply(attribute));
                collected.add(new Collected(attribute, value.stream().toList()));
            }
        }
        return collected;
    }

    /** Returns what the field would take, or nothing where only the type of the attribute says it. */
    private static Optional<String> answer(AttributeInput input) {
        if (input.defaultValue() != null) {
            return Optional.of(input.defaultValue());
        }
        if (!input.options().isEmpty()) {
            return Optional.of(input.options().get(0).value());
        }
        return input.inputType() == InputType.COUNTRY ? Optional.of(COUNTRY) : Optional.empty();
    }

    private static String value(DataType type) {
        return switch (type) {
            case STRING, STRING_COLLECTION -> TEXT;
            case INT -> "1";
            case BOOLEAN -> "true";
            case DATE -> "2000-01-01";
            case DATE_TIME -> "2000-01-01T00:00:00Z";
        };
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
