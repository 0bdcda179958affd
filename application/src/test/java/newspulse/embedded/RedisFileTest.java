package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class RedisFileTest {
    @Test
    void escapesWhatWouldEndAString() {
        assertThat(RedisFile.quoted("a\"b\\c\nd비"))
                .isEqualTo("\"a\\\"b\\\\c\\x0ad\\xeb\\xb9\\x84\"");
    }

    @Test
    void saysNothingOfWhatWasNotAskedFor() {
        assertThat(RedisFile.text(Path.of("/d"), 1, "", 0))
                .contains("appendonly yes\n", "bind 127.0.0.1\n", "dir \"/d\"\n")
                .doesNotContain("requirepass")
                .doesNotContain("maxmemory");
    }

    @Property
    void noPasswordAddsALine(@ForAll String password) {
        String without = RedisFile.text(Path.of("/d"), 1, "", 0);
        String with = RedisFile.text(Path.of("/d"), 1, password, 0);
        assertThat(with.lines().count())
                .isEqualTo(without.lines().count() + (password.isEmpty() ? 0 : 1));
        assertThat(with.lines()).allSatisfy(line -> assertThat(line).isPrintable());
    }
}
