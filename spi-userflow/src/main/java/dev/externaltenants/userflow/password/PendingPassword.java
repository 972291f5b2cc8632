package dev.externaltenants.userflow.password;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.password.MigrationResult.Outcome;
import dev.externaltenants.userflow.proof.SignInDetails;
import dev.externaltenants.userflow.proof.SignInProof;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;

/** The password of an account that is yet to be migrated, on whatever page it is typed. */
public final class PendingPassword {

    /** Where the flow goes on. */
    public enum Verdict {
        /** The account is open. */
        PROVEN,
        /** The stored password decides. */
        AS_STORED,
        /** The request is answered. */
        ANSWERED
    }

    /** Of the request. */
    private static final String MIGRATED = "xt.password.migrated";

    private static final String BLOCKED = "xt_sign_in_blocked";
    /** Of the request, too. */
    private static final String ASKED = "xt.password.asked";

    private final AuthenticationFlowContext context;
    private final ClientModel app;
    private final Optional<PasswordMigrationProvider> migration;

    public PendingPassword(AuthenticationFlowContext context) {
        this.context = context;
        this.app = context.getAuthenticationSession().getClient();
        this.migration = PasswordMigrationProvider.of(context.getSession());
    }

    public boolean isOf(UserModel customer) {
        return migration.filter(known -> known.isPending(app, customer)).isPresent();
    }

    /** Returns the state of the account that the sign-in has proven: the password taken over just now is part of it. */
    public static SignInProof proof(KeycloakSession session, UserModel customer, SignInProof before) {
        return session.getAttribute(MIGRATED) == null ? before : SignInProof.beginning(session, customer);
    }

    /** Returns whether somebody else was asked in this request, which takes as long as they do. */
    public static boolean isAsked(KeycloakSession session) {
        return session.getAttribute(ASKED) != null;
    }

    /** To be asked once it is known that nobody is locked out. */
    public Verdict prove(UserModel customer, String typed) {
        context.getSession().setAttribute(ASKED, Boolean.TRUE);
        MigrationResult result = migration.orElseThrow().prove(app, customer, typed);
        if (result instanceof MigrationResult.Proven proven) {
            proven(customer, proven.outcome());
            return Verdict.PROVEN;
        }
        if (result instanceof MigrationResult.Blocked blocked) {
            block(customer, blocked);
            return Verdict.ANSWERED;
        }
        if (result instanceof MigrationResult.Undecided undecided) {
            // The stored password was compared, so it is a guess like any other: it is booked as one.
            undecided.details().forEach(context.getEvent()::detail);
        }
        return Verdict.AS_STORED;
    }

    private void proven(UserModel customer, Outcome outcome) {
        context.getAuthenticationSession().setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
        if (outcome == Outcome.STORED) {
            return;
        }
        String result = outcome.name().toLowerCase(Locale.ROOT);
        context.getEvent().detail(EventDetails.MIGRATION, result);
        SignInDetails.keep(context.getAuthenticationSession(), customer, EventDetails.MIGRATION, result);
        if (outcome == Outcome.MUST_CHANGE) {
            // Of this sign-in only: the account has no other password yet, and the next sign-in asks again.
            context.getAuthenticationSession().addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        } else {
            context.getSession().setAttribute(MIGRATED, Boolean.TRUE);
        }
    }

    private void block(UserModel customer, MigrationResult.Blocked blocked) {
        context.getEvent().user(customer).error(BLOCKED);
        Map<String, Object> model = new HashMap<>();
        model.put("title", blocked.title());
        model.put("message", blocked.message());
        model.put("signIn", true);
        Response page = context.form().setAttribute("xt", model).createForm("xt-blocked.ftl");
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                Response.fromResponse(page).status(Response.Status.FORBIDDEN).build());
    }
}
