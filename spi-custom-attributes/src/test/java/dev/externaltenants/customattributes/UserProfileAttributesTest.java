package dev.externaltenants.customattributes;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributeRequired;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.config.UPConfigUtils;

import static org.assertj.core.api.Assertions.assertThat;

class UserProfileAttributesTest {

    @ParameterizedTest
    @EnumSource(DataType.class)
    void readsWhatItWrote(DataType type) {
        CustomAttribute attribute = new CustomAttribute("hobby", "Hobby", "What they like", type);

        assertThat(UserProfileAttributes.read(UserProfileAttributes.write(attribute)))
                .contains(attribute);
    }

    @Test
    void readsTheLengthThatItWrote() {
        CustomAttribute attribute = new CustomAttribute("greeting", null, null, DataType.STRING, 1000);

        assertThat(UserProfileAttributes.read(UserProfileAttributes.write(attribute)))
                .contains(attribute);
    }

    @Test
    void writesTheValidatorsOfEachType() {
        assertThat(validations(DataType.STRING)).isEqualTo(Map.of("length", Map.of("max", 250)));
        assertThat(validations(DataType.INT)).isEqualTo(Map.of("integer", Map.of()));
        assertThat(validations(DataType.BOOLEAN))
                .isEqualTo(Map.of("options", Map.of("options", List.of("true", "false"))));
    }

    @Test
    void letsTheCustomerAndAdministratorsSeeAndEdit() {
        UPAttribute written = UserProfileAttributes.write(Flows.custom("hobby", DataType.STRING));

        assertThat(written.getPermissions().getView()).isEqualTo(Set.of("admin", "user"));
        assertThat(written.getPermissions().getEdit()).isEqualTo(Set.of("admin", "user"));
    }

    @Test
    void doesNotTakeAnOperatorsAttributeForOurs() {
        assertThat(UserProfileAttributes.read(new UPAttribute("department"))).isEmpty();
    }

    @Test
    void addsTheBuiltInAttributesUnderTheNamesOfTheAddressScope() {
        UPConfig profile = UPConfigUtils.parseSystemDefaultConfig();

        assertThat(UserProfileAttributes.prepare(profile)).isTrue();

        assertThat(profile.getAttributes())
                .extracting(UPAttribute::getName)
                .containsExactly(
                        "username",
                        "email",
                        "firstName",
                        "lastName",
                        "displayName",
                        "country",
                        "locality",
                        "region",
                        "street",
                        "postal_code",
                        "jobTitle",
                        CustomerMark.DELETED,
                        CustomerMark.INVITATION,
                        CustomerMark.CONSENTS);
        assertThat(profile.getAttribute("street").getValidations()).isEqualTo(Map.of("length", Map.of("max", 1024)));
    }

    @Test
    void administratorsSeeTheMarksAndNobodyWritesThem() {
        UPConfig profile = UPConfigUtils.parseSystemDefaultConfig();

        UserProfileAttributes.prepare(profile);

        assertThat(List.of(CustomerMark.DELETED, CustomerMark.INVITATION, CustomerMark.CONSENTS))
                .extracting(mark -> profile.getAttribute(mark).getPermissions())
                .allSatisfy(permissions -> {
                    assertThat(permissions.getView()).containsExactly("admin");
                    assertThat(permissions.getEdit()).isEmpty();
                });
    }

    @Test
    void leavesItToTheUserFlowWhetherNamesAreRequired() {
        UPConfig profile = UPConfigUtils.parseSystemDefaultConfig();

        UserProfileAttributes.prepare(profile);

        assertThat(profile.getAttribute("firstName").getRequired()).isNull();
        assertThat(profile.getAttribute("lastName").getRequired()).isNull();
        assertThat(profile.getAttribute("email").getRequired()).isNotNull();
    }

    @Test
    void changesNothingTheSecondTime() {
        UPConfig profile = UPConfigUtils.parseSystemDefaultConfig();
        UserProfileAttributes.prepare(profile);
        UPConfig before = profile.clone();

        assertThat(UserProfileAttributes.prepare(profile)).isFalse();
        assertThat(profile).isEqualTo(before);
    }

    @Test
    void keepsWhatAnOperatorChangedOrAdded() {
        UPConfig profile = UPConfigUtils.parseSystemDefaultConfig();
        UPAttribute department = new UPAttribute("department");
        department.setRequired(new UPAttributeRequired());
        UPAttribute country = new UPAttribute("country");
        country.setDisplayName("Where you live");
        profile.addOrReplaceAttribute(department).addOrReplaceAttribute(country);
        profile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ADMIN_EDIT);

        UserProfileAttributes.prepare(profile);

        assertThat(profile.getAttribute("department").getRequired()).isNotNull();
        assertThat(profile.getAttribute("country").getDisplayName()).isEqualTo("Where you live");
        assertThat(profile.getUnmanagedAttributePolicy()).isEqualTo(UnmanagedAttributePolicy.ADMIN_EDIT);
    }

    private static Map<String, Map<String, Object>> validations(DataType type) {
        return UserProfileAttributes.write(Flows.custom("hobby", type)).getValidations();
    }
}
