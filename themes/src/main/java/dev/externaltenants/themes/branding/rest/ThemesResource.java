package dev.externaltenants.themes.branding.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.StoredBrand;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import dev.externaltenants.userflow.rest.OwnTransaction;
import dev.externaltenants.userflow.rest.Paging;

/** The tenant's themes: {@code …/external-tenant/themes}. */
public final class ThemesResource {

    private final AdminRequest request;

    public ThemesResource(AdminRequest request) {
        this.request = request;
    }

    record NewTheme(String name) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("first") String first, @QueryParam("max") String max, @QueryParam("search") String search) {
        request.rights().requireView(AdministratorTask.BRANDING);
        return ErrorResponses.translating(() -> Response.ok(Json.write(Paging.page(
                                BrandingProvider.of(request.session()).themes(request.realm()),
                                first,
                                max,
                                search,
                                StoredBrand::name)
                        .map(BrandView::of)
                        .toList()))
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(String body) {
        request.rights().requireManage(AdministratorTask.BRANDING);
        return ErrorResponses.translating(() -> {
            String name = Json.read(body, NewTheme.class).name();
            StoredBrand created = new OwnTransaction(request.session())
                    .run(own -> BrandingProvider.of(own).create(own.getContext().getRealm(), name));
            BrandView view = BrandView.of(created);
            request.created(BrandRequest.THEME, name, view);
            return Response.created(request.location(name))
                    .header(HttpHeaders.ETAG, BrandRequest.tag(created))
                    .entity(Json.write(view))
                    .build();
        });
    }

    @Path("{name}")
    public BrandResource theme(@PathParam("name") String name) {
        return BrandResource.ofTheme(request, name);
    }

    @Path("{name}/applications")
    public ThemeApplicationsResource applications(@PathParam("name") String name) {
        return new ThemeApplicationsResource(request, name);
    }
}
