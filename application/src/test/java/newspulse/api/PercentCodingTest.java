package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

class PercentCodingTest {
    @Property
    void undoesEncoding(@ForAll String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String unicode = new String(bytes, StandardCharsets.UTF_8);
        String encoded = URLEncoder.encode(unicode, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(PercentCoding.decode(encoded)).isEqualTo(unicode);
    }

    @Test
    void leavesWhatIsNotEncoded() {
        assertThat(PercentCoding.decode("a+b/c:뉴스")).isEqualTo("a+b/c:뉴스");
    }

    @Test
    void refusesBrokenEncodings() {
        assertThat(PercentCoding.decode("%")).isNull();
        assertThat(PercentCoding.decode("%4")).isNull();
        assertThat(PercentCoding.decode("%zz")).isNull();
        assertThat(PercentCoding.decode("%C0%AF")).isNull();
    }
}
