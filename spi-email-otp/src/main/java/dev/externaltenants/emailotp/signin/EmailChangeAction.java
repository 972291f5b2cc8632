package dev.externaltenants.emailotp.signin;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.emailotp.change.EmailChange;
import dev.externaltenants.userflow.proof.EndedSignIn;
import dev.externaltenants.userflow.proof.SignInProof;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Has a customer who is signed in give the account another address, once a code that was mailed to it is typed. */
final class EmailChangeAction implements RequiredActionProvider {

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // nothing asks for it but an app, the account page or an administrator
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        UserModel customer = context.getUser();
        if (!isOpen(context, customer)) {
            context.ignore();
            return;
        }
        AddressAtStart start = AddressAtStart.of(context);
        start.keep(customer);
        if (start.isOf(customer)) {
            dialogue(context, customer).open();
        } else {
            EndedSignIn.refuse(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        KeycloakSession session = context.getSession();
        String userId = context.getUser().getId();
        // Of two changes of one account at once, by its customer or by an administrator, the later sees the earlier.
        KeycloakCompat.of(session).userDirectory().lock(context.getRealm(), userId);
        UserModel customer = session.users().getUserById(context.getRealm(), userId);
        if (customer == null
                || SignInProof.isEnded(session, context.getAuthenticationSession())
                || !AddressAtStart.of(context).isOf(customer)
                || !isOpen(context, customer)) {
            EndedSignIn.refuse(context);
            return;
        }
        context.getEvent().event(EventType.UPDATE_EMAIL);
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (form.containsKey(EmailPage.EMAIL)) {
            EndSessions.of(context).choose(form);
        }
        if (dialogue(context, customer).isProvenBy(form)) {
            AddressAtStart.of(context).forget();
            context.success();
        }
    }

    private static boolean isOpen(RequiredActionContext context, UserModel customer) {
        return new EmailChange(context.getSession(), context.getRealm()).isOpenTo(customer);
    }

    private static AddressDialogue dialogue(RequiredActionContext context, UserModel customer) {
        return new AddressDialogue(CodeContext.of(context), new EmailChangeProof(context, customer));
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
