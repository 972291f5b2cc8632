package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant has at most a hundred custom attributes, also when several are defined at once. */
final class AttributeLimitTest {

    private static final int LIMIT = 100;
    private static final int AT_ONCE = 10;
    private static final int ROOM = 3;

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("attribute-limit", MAIL);

    @Test
    void manyDefinitionsAtOnceLeaveExactlyAHundred() {
        List<Map<String, String>> most = IntStream.range(0, LIMIT - ROOM)
                .mapToObj(i -> Map.of("name", "attribute" + i, "dataType", "STRING"))
                .toList();
        TENANT.admin().put(TENANT.path("/document"), Map.of("attributes", most)).expect(200);

        List<Answer> answers = AtOnce.all(IntStream.range(0, AT_ONCE)
                .<Callable<Answer>>mapToObj(i -> () ->
                        TENANT.admin().post(TENANT.path("/attributes"), Map.of("name", "late" + i, "dataType", "INT")))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(ROOM);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(refused -> {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.error()).as(refused.toString()).isEqualTo("xt_attribute_limit_reached");
        });
    }
}
