package dev.externaltenants.tenant.accountpage;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import jakarta.ws.rs.core.NewCookie;

/** Cookies that only the account page sees, and no script. */
final class PageCookies {

    private static final String NOTICE = "XT_ACCOUNT_NOTICE";
    private static final String FAREWELL = "XT_ACCOUNT_FAREWELL";
    private static final Duration UNTIL_THE_NEXT_PAGE = Duration.ofMinutes(1);

    private final AccountRequest request;

    PageCookies(AccountRequest request) {
        this.request = request;
    }

    NewCookie of(String name, String value, Duration lifetime) {
        URI home = request.address("");
        return new NewCookie.Builder(name)
                .value(value)
                .path(home.getRawPath())
                .maxAge(Math.toIntExact(lifetime.toSeconds()))
                .httpOnly(true)
                .secure("https".equals(home.getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    NewCookie expired(String name) {
        return of(name, "", Duration.ZERO);
    }

    /** What was done is told by the next page, and not in its address, where anybody could write it. */
    NewCookie notice(Notice notice) {
        return of(NOTICE, notice.name(), UNTIL_THE_NEXT_PAGE);
    }

    /** For whoever has no account any more; nobody else is to be told so by a link. */
    NewCookie farewell() {
        return of(FAREWELL, "true", UNTIL_THE_NEXT_PAGE);
    }

    boolean isFarewell() {
        return request.cookie(FAREWELL).isPresent();
    }

    NewCookie noticeShown() {
        return expired(NOTICE);
    }

    Optional<Notice> notice() {
        return request.cookie(NOTICE).flatMap(name -> Arrays.stream(Notice.values())
                .filter(notice -> notice.name().equals(name))
                .findFirst());
    }
}
