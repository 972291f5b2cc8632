package dev.externaltenants.userflow.admin;

import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.run.UserFlowRun;
import dev.externaltenants.userflow.run.UserFlowRuns;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** A user flow ready to be tried out: {@code …/user-flows/{id}/run}. It changes nothing. */
public final class UserFlowRunResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final Supplier<UserFlow> flow;

    UserFlowRunResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, Supplier<UserFlow> flow) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.flow = flow;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response prepare(
            @QueryParam("application") String application,
            @QueryParam("redirectUri") String redirectUri,
            @QueryParam("language") String language,
            @QueryParam("pkce") String pkce) {
        auth.realm().requireViewRealm();
        return ErrorResponses.translating(() -> {
            UserFlowRun run = new UserFlowRuns(session)
                    .prepare(
                            realm,
                            flow.get(),
                            new UserFlowRun.Request(application, redirectUri, language, flag("pkce", pkce)));
            CacheControl once = new CacheControl();
            once.setNoStore(true);
            return Response.ok(Json.write(run), MediaType.APPLICATION_JSON_TYPE)
                    .cacheControl(once)
                    .build();
        });
    }

    private static Boolean flag(String name, String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw TenantException.invalid("xt_invalid_value", name, "Either true or false.");
        };
    }
}
