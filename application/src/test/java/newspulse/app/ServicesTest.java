package newspulse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;

class ServicesTest {
    @Test
    void allRolesDoWithoutTheRefinerWhereNoProviderIsSetUp() {
        EnumSet<Role> all = EnumSet.allOf(Role.class);
        assertThat(Services.atWork(all, false))
                .containsExactlyInAnyOrder(Role.PRODUCER, Role.STREAM, Role.INFERENCE, Role.API);
        assertThat(Services.atWork(all, true)).isEqualTo(all);
    }

    @Test
    void whoAsksForTheRefinerMustHaveAProvider() {
        for (EnumSet<Role> roles :
                List.of(EnumSet.of(Role.REFINER), EnumSet.of(Role.REFINER, Role.API))) {
            assertThatThrownBy(() -> Services.atWork(roles, false))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("no model outside the process is set up");
            assertThat(Services.atWork(roles, true)).isEqualTo(roles);
        }
        assertThat(Services.atWork(EnumSet.of(Role.API), false)).containsExactly(Role.API);
    }
}
