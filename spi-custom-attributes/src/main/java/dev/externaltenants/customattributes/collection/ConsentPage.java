package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Map;

import dev.externaltenants.customattributes.consent.ShownLabel;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.LocalText;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page {@code xt-consent.ftl}: a box for each consent that is due, none of them ticked for the customer. */
final class ConsentPage {

    private static final String MODEL = "xt";

    private final RequiredActionContext context;
    private final ShownConsents shown;

    ConsentPage(RequiredActionContext context, ShownConsents shown) {
        this.context = context;
        this.shown = shown;
    }

    /** @param answered what was ticked and what was not, by attribute name; empty before the customer sent anything */
    void show(List<AttributeInput> due, Map<String, Boolean> answered) {
        shown.store(due.stream());
        LoginFormsProvider form = context.form();
        List<FormMessage> errors = due.stream()
                .filter(input -> input.required() && Boolean.FALSE.equals(answered.get(input.name())))
                .map(input -> new FormMessage(AttributesPage.input(input.name()), "xtConsentRequired"))
                .toList();
        if (!errors.isEmpty()) {
            form.setErrors(errors);
        }
        form.setAttribute(
                MODEL,
                Map.of(
                        "fields",
                        due.stream()
                                .map(input -> field(input, Boolean.TRUE.equals(answered.get(input.name()))))
                                .toList()));
        context.challenge(form.createForm("xt-consent.ftl"));
    }

    private Map<String, Object> field(AttributeInput input, boolean ticked) {
        return Map.of(
                "input",
                AttributesPage.input(input.name()),
                "labelHtml",
                LabelHtml.render(ShownLabel.of(input, context.getRealm(), shown.language())
                        .text()),
                "helpHtml",
                help(input),
                "required",
                input.required(),
                "ticked",
                ticked);
    }

    private String help(AttributeInput input) {
        return input.helpText() == null
                ? ""
                : input.helpText()
                        .in(LocalText.languages(
                                shown.language(), context.getRealm().getDefaultLocale()))
                        .map(LabelHtml::render)
                        .orElse("");
    }
}
