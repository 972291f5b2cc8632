package dev.externaltenants.emailotp.signin;

import java.util.Map;

import dev.externaltenants.userflow.broker.BrokeredIdentity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokeredAddressProofTest {

    @Test
    void takesAnAddressThatTheProviderVouchesFor() {
        assertThat(BrokeredAddressProof.vouchedFor(identity("Anna@Example.com", true)))
                .contains("anna@example.com");
    }

    @Test
    void takesNoAddressThatTheProviderDoesNotVouchFor() {
        assertThat(BrokeredAddressProof.vouchedFor(identity("anna@example.com", false)))
                .isEmpty();
    }

    /** The provider may have verified a mailbox of full-width letters, which is not anna's. */
    @Test
    void takesNoSpellingThatBecomesAnotherMailbox() {
        assertThat(BrokeredAddressProof.vouchedFor(identity("\uff41nna@example.com", true)))
                .isEmpty();
    }

    @Test
    void takesNothingThatIsNoAddress() {
        assertThat(BrokeredAddressProof.vouchedFor(identity("anna", true))).isEmpty();
        assertThat(BrokeredAddressProof.vouchedFor(identity(null, true))).isEmpty();
    }

    private static BrokeredIdentity identity(String email, boolean verified) {
        return new BrokeredIdentity("fabrikam", "Fabrikam", "4711", email, verified, Map.of());
    }
}
