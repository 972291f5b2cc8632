package dev.externaltenants.compat;

import java.lang.reflect.Method;
import java.net.URI;

import jakarta.ws.rs.core.UriInfo;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OriginalRequestTest {

    private static final URI ORIGIN = URI.create("https://id.example.com/");

    private final UriInfo uri = new OriginalRequest(ORIGIN).getUri();

    @Test
    void saysWhereItWasMade() {
        assertThat(uri.getBaseUri()).isEqualTo(ORIGIN);
        assertThat(uri.getRequestUri()).isEqualTo(ORIGIN);
    }

    @Test
    void isNoPageOfKeycloaks() {
        assertThat(uri.getPath()).isEmpty();
        assertThat(uri.getQueryParameters()).isEmpty();
    }

    /** A builder takes more of the server than these tests have. */
    @Test
    void answersWhateverItIsAsked() throws ReflectiveOperationException {
        for (Method question : UriInfo.class.getMethods()) {
            if (question.getParameterCount() == 0 && !question.getName().endsWith("Builder")) {
                assertThat(question.invoke(uri)).as(question.getName()).isNotNull();
            }
        }
    }
}
