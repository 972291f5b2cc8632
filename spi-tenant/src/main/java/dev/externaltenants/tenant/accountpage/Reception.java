package dev.externaltenants.tenant.accountpage;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.core.Response;

/**
 * Sees visitors to a page: who is not signed in goes by the sign-in first, and who may not see or change their account is
 * told so. Whatever is changed comes of a form with the token of its browser.
 */
final class Reception {

    private static final String TOKEN_FIELD = "token";

    private final AccountRequest request;
    private final Entrance entrance;
    private final PageView view;
    private final SignInRound round;

    Reception(AccountRequest request, PageView view, SignInRound round) {
        this.request = request;
        this.entrance = new Entrance(request);
        this.view = view;
        this.round = round;
    }

    /** @param page where a sign-in leads back to */
    Response look(String page, Function<Visitor, Response> show) {
        Optional<Visitor> visitor = arrive();
        if (round.isReturn()) {
            return comeBack(page, visitor);
        }
        if (visitor.filter(who -> !who.isToComeInAgain()).isEmpty()) {
            return round.begin(page, Map.of());
        }
        return visitor.filter(Visitor::maySee).map(show).orElseGet(this::notAllowed);
    }

    /** @param page where a sign-in leads back to; the form is to be filled in anew there */
    Response act(String page, Function<Visitor, Response> change) {
        Optional<Visitor> visitor = arrive();
        if (visitor.isEmpty()) {
            return round.begin(page, Map.of());
        }
        if (!visitor.get().sent(request.field(TOKEN_FIELD))) {
            return view.refusal(Response.Status.FORBIDDEN, "xtAccountFormOutdated");
        }
        return visitor.filter(Visitor::mayChange).map(change).orElseGet(this::notAllowed);
    }

    private Optional<Visitor> arrive() {
        Optional<Visitor> visitor = entrance.visitor();
        new PageLanguage(request).choose(visitor.map(Visitor::user).orElse(null));
        return visitor;
    }

    private Response comeBack(String page, Optional<Visitor> visitor) {
        if (!round.isOwn()) {
            return PageView.redirect(request.address(page)).build();
        }
        if (!round.isDoneBy(visitor)) {
            // Not once more by itself: what sent the customer away would send them away again.
            return view.refusal(Response.Status.FORBIDDEN, "xtAccountNotSignedIn");
        }
        visitor.ifPresent(Visitor::comeIn);
        return round.end(page, round.notice());
    }

    private Response notAllowed() {
        return view.refusal(Response.Status.FORBIDDEN, "xtAccountNotAllowed");
    }
}
