package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

class Utf8Test {
    @Property(tries = 20_000)
    void agreesWithTheStrictDecoder(@ForAll("tricky") byte[] bytes) {
        assertThat(Utf8.isWellFormed(bytes)).isEqualTo(decodes(bytes));
    }

    @Property
    void acceptsEveryText(@ForAll String text) {
        assertThat(Utf8.isWellFormed(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    /// Bytes at the borders of the table, so that most are nearly right.
    @Provide
    Arbitrary<byte[]> tricky() {
        Byte[] borders =
                new Byte[] {
                    'a',
                    0x7F,
                    (byte) 0x80,
                    (byte) 0x8F,
                    (byte) 0x90,
                    (byte) 0x9F,
                    (byte) 0xA0,
                    (byte) 0xBF,
                    (byte) 0xC0,
                    (byte) 0xC1,
                    (byte) 0xC2,
                    (byte) 0xDF,
                    (byte) 0xE0,
                    (byte) 0xE1,
                    (byte) 0xED,
                    (byte) 0xEF,
                    (byte) 0xF0,
                    (byte) 0xF1,
                    (byte) 0xF4,
                    (byte) 0xF5,
                    (byte) 0xFF
                };
        return Arbitraries.of(borders).array(byte[].class).ofMaxSize(12);
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
