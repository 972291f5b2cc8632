package dev.externaltenants.themes.branding.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.themes.branding.Brand;
import dev.externaltenants.themes.branding.PreviewLink;
import dev.externaltenants.themes.branding.StoredBrand;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.events.admin.OperationType;

/** One brand: {@code …/external-tenant/branding}, the tenant's own, or {@code …/external-tenant/themes/{name}}. */
public final class BrandResource {

    private final BrandRequest call;

    private BrandResource(BrandRequest call) {
        this.call = call;
    }

    public static BrandResource ofTenant(AdminRequest request) {
        return new BrandResource(new BrandRequest(request, null));
    }

    static BrandResource ofTheme(AdminRequest request, String name) {
        return new BrandResource(new BrandRequest(request, name));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response read() {
        call.requireView();
        return ErrorResponses.translating(() -> BrandRequest.answer(call.existing()));
    }

    /** Replaces the draft. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response draft(String body) {
        call.requireManage();
        return call.change(
                OperationType.UPDATE,
                brands -> brands.draft(call.request().realm(), call.name(), Json.read(body, Brand.class)));
    }

    /** Deletes a theme; the tenant's own brand is emptied. */
    @DELETE
    public Response delete() {
        call.requireManage();
        return ErrorResponses.translating(() -> {
            StoredBrand present = call.toChange();
            call.brands().delete(call.request().realm(), call.name());
            call.event(OperationType.DELETE, BrandView.of(present));
            return Response.noContent().build();
        });
    }

    @POST
    @Path("publish")
    @Produces(MediaType.APPLICATION_JSON)
    public Response publish() {
        call.requireManage();
        return call.change(
                OperationType.ACTION, brands -> brands.publish(call.request().realm(), call.name()));
    }

    @POST
    @Path("rollback")
    @Produces(MediaType.APPLICATION_JSON)
    public Response rollBack() {
        call.requireManage();
        return call.change(
                OperationType.ACTION, brands -> brands.rollBack(call.request().realm(), call.name()));
    }

    /** Makes a link to look at the draft with. It changes nothing, so whoever sees the brand may have it. */
    @POST
    @Path("preview")
    @Produces(MediaType.APPLICATION_JSON)
    public Response preview() {
        call.requireView();
        return ErrorResponses.translating(() -> {
            PreviewLink link = call.brands().preview(call.request().realm(), call.name());
            call.linked();
            return Response.ok(Json.write(PreviewView.of(link)))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    @Path("images/{kind}")
    public BrandImageResource image(@PathParam("kind") String kind) {
        return new BrandImageResource(call, kind);
    }
}
