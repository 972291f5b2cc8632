package dev.externaltenants.tenant.accounts;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ETag;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.OwnTransaction;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;

/**
 * Calls that do the same with customers and with administrators. Mail leaves when what it is about is committed, so that
 * nobody waits for a mail server with a lock, and before the answer, which says whether it left.
 */
public final class AccountCalls {

    private final AdminRequest request;
    private final String resourceType;

    public AccountCalls(AdminRequest request, String resourceType) {
        this.request = request;
        this.resourceType = resourceType;
    }

    /** Makes an account; one whose invitation does not leave goes again. */
    public Response create(Function<AdminRequest, MadeAccount> making) {
        MadeAccount made = inOwnTransaction(own -> {
            MadeAccount account = making.apply(own);
            own.created(resourceType, account.id(), account.shown());
            return account;
        });
        if (made.invitation() != null) {
            sendOr(made.invitation(), own -> remove(own, made.id()));
        }
        return Response.created(request.location(made.id()))
                .header(HttpHeaders.ETAG, ETag.of(made.shown()))
                // It may hold the password, which is shown once.
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.write(new CreatedAccount(made.shown(), made.temporaryPassword())))
                .build();
    }

    /** Mails a link to choose a password; when it does not leave, the one from before stays good. */
    public Response invite(Function<AdminRequest, UserModel> account, Invitation invitation) {
        PreparedInvitation prepared = inOwnTransaction(own -> mail(own).prepare(account.apply(own), invitation, ""));
        sendOr(prepared, own -> mail(own).withdraw(prepared));
        request.event(resourceType, OperationType.ACTION).success();
        return Response.noContent().build();
    }

    /** Sets a password, which is to be changed at the next sign-in, and ends all sessions. */
    public Response resetPassword(UserModel user, TemporaryPassword wanted) {
        String generated = new AccountPasswords(request.session(), request.realm()).set(user, wanted);
        new AccountAccess(request.session(), request.realm()).end(user);
        request.event(resourceType, OperationType.ACTION).success();
        return Response.ok(Json.write(generated == null ? Map.of() : Map.of("temporaryPassword", generated)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void sendOr(PreparedInvitation invitation, Consumer<AdminRequest> undo) {
        try {
            mail(request).send(invitation);
        } catch (RuntimeException notSent) {
            inOwnTransaction(own -> {
                undo.accept(own);
                return null;
            });
            throw notSent;
        }
    }

    private void remove(AdminRequest own, String id) {
        UserModel user = own.session().users().getUserById(own.realm(), id);
        if (user != null) {
            new UserManager(own.session()).removeUser(own.realm(), user);
            own.removed(resourceType, id);
        }
    }

    private <T> T inOwnTransaction(Function<AdminRequest, T> work) {
        return new OwnTransaction(request.session()).run(own -> work.apply(request.in(own)));
    }

    private static InvitationMail mail(AdminRequest request) {
        return new InvitationMail(request.session(), request.realm());
    }
}
