package dev.externaltenants.tenant.accountpage;

import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The pages at {@code /realms/{realm}/account} on which customers see and change their own account: made by the server, so
 * they work without a script. A look ({@code GET}) changes nothing; every form carries the token of its browser.
 */
public final class AccountPageResource {

    static final String PERSONAL = "";
    static final String SIGN_IN = "sign-in";
    static final String PRIVACY = "privacy";
    static final String DELETION = "privacy/deletion";
    static final String FAREWELL = "farewell";

    private final AccountRequest request;
    private final PageCookies cookies;
    private final PageView view;
    private final SignInRound round;
    private final Reception reception;

    AccountPageResource(AccountRequest request) {
        this.request = request;
        this.cookies = new PageCookies(request);
        this.view = new PageView(request, cookies);
        this.round = new SignInRound(request, cookies);
        this.reception = new Reception(request, view, round);
    }

    @GET
    public Response personalData() {
        return reception.look(PERSONAL, new PersonalData(request, view)::show);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePersonalData() {
        return reception.act(
                PERSONAL,
                visitor -> new PersonalData(request, view).save(visitor).orElseGet(() -> done(PERSONAL, Notice.SAVED)));
    }

    @POST
    @Path("e-mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeEmail() {
        return reception.act(PERSONAL, visitor -> new PersonalData(request, view)
                .toEmailChange(visitor)
                .map(way -> round.begin(PERSONAL, way))
                .orElseGet(this::notPossible));
    }

    @GET
    @Path(SIGN_IN)
    public Response signIn() {
        return reception.look(SIGN_IN, new SignInSettings(request, view)::show);
    }

    @POST
    @Path(SIGN_IN + "/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePassword() {
        return reception.act(SIGN_IN, visitor -> round.begin(SIGN_IN, SignInSettings.toPassword()));
    }

    @POST
    @Path(SIGN_IN + "/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setUpSecondFactor() {
        return reception.act(
                SIGN_IN, visitor -> lead(new SecondFactors(request).toSetUp(visitor, request.field("kind"))));
    }

    @POST
    @Path(SIGN_IN + "/second-factor/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeSecondFactor() {
        return reception.act(
                SIGN_IN, visitor -> lead(new SecondFactors(request).toRemoval(visitor, request.field("factor"))));
    }

    @POST
    @Path(SIGN_IN + "/connection")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response connect() {
        return reception.act(
                SIGN_IN,
                visitor -> lead(new SignInSettings(request, view).toProvider(visitor, request.field("provider"))));
    }

    @POST
    @Path(SIGN_IN + "/disconnection")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response disconnect() {
        return reception.act(
                SIGN_IN,
                visitor -> new SignInSettings(request, view).disconnect(visitor, request.field("provider"))
                        ? done(SIGN_IN, Notice.DISCONNECTED)
                        : notPossible());
    }

    @POST
    @Path(SIGN_IN + "/sign-out-elsewhere")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOutElsewhere() {
        return reception.act(SIGN_IN, visitor -> {
            new OpenSessions(request).endOthers(visitor);
            return done(SIGN_IN, Notice.SIGNED_OUT);
        });
    }

    @POST
    @Path(SIGN_IN + "/device-removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response forgetDevices() {
        return reception.act(SIGN_IN, visitor -> new OwnDevices(request)
                .forget(visitor, request.field("device"))
                .map(notice -> done(SIGN_IN, notice))
                .orElseGet(this::notPossible));
    }

    @GET
    @Path(PRIVACY)
    public Response privacy() {
        return reception.look(PRIVACY, new PrivacyPage(request, view)::show);
    }

    @POST
    @Path(PRIVACY + "/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw() {
        return reception.act(
                PRIVACY,
                visitor -> new Consents(request).withdraw(visitor, request.field("attribute"))
                        ? done(PRIVACY, Notice.WITHDRAWN)
                        : notPossible());
    }

    @GET
    @Path(PRIVACY + "/data")
    public Response data() {
        return reception.look(PRIVACY, new DataExport(request)::file);
    }

    @GET
    @Path(DELETION)
    public Response deletion() {
        return reception.look(DELETION, new DeletionPage(request, view, cookies)::ask);
    }

    @POST
    @Path(DELETION + "/proof")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response proveBeforeDeletion() {
        return reception.act(DELETION, visitor -> round.begin(DELETION, DeletionPage.toProof()));
    }

    @POST
    @Path(DELETION)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete() {
        return reception.act(DELETION, new DeletionPage(request, view, cookies)::delete);
    }

    @GET
    @Path(FAREWELL)
    public Response farewell() {
        new PageLanguage(request).choose(null);
        return new DeletionPage(request, view, cookies).farewell();
    }

    /** Addresses of Keycloak's console, as in somebody's bookmarks. */
    @GET
    @Path("{elsewhere:.+}")
    public Response elsewhere(@PathParam("elsewhere") String elsewhere) {
        return PageView.redirect(request.address(PERSONAL)).build();
    }

    /** Leads to an action of Keycloak's and back to the page with the ways in. */
    private Response lead(Optional<Map<String, String>> way) {
        return way.map(action -> round.begin(SIGN_IN, action)).orElseGet(this::notPossible);
    }

    private Response done(String page, Notice notice) {
        return PageView.redirect(request.address(page))
                .cookie(cookies.notice(notice))
                .build();
    }

    private Response notPossible() {
        return view.refusal(Response.Status.CONFLICT, "xtAccountNotPossible");
    }
}
