package dev.externaltenants.userflow.admin;

import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Flag;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.run.UserFlowRun;
import dev.externaltenants.userflow.run.UserFlowRuns;

/** A user flow ready to be tried out: {@code …/user-flows/{id}/run}. It changes nothing. */
public final class UserFlowRunResource {

    private final AdminRequest request;
    private final Supplier<UserFlow> flow;

    UserFlowRunResource(AdminRequest request, Supplier<UserFlow> flow) {
        this.request = request;
        this.flow = flow;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response prepare(
            @QueryParam("application") String application,
            @QueryParam("redirectUri") String redirectUri,
            @QueryParam("language") String language,
            @QueryParam("pkce") String pkce) {
        request.rights().requireView(AdministratorTask.USER_FLOWS);
        return ErrorResponses.translating(() -> {
            UserFlowRun run = new UserFlowRuns(request.session())
                    .prepare(
                            request.realm(),
                            flow.get(),
                            new UserFlowRun.Request(
                                    application,
                                    redirectUri,
                                    language,
                                    Flag.of("pkce", pkce).orElse(null)));
            CacheControl once = new CacheControl();
            once.setNoStore(true);
            return Response.ok(Json.write(run), MediaType.APPLICATION_JSON_TYPE)
                    .cacheControl(once)
                    .build();
        });
    }
}
