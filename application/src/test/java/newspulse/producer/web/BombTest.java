package newspulse.producer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Answers made to cost memory or time. They are fetched and read by a process that has little
/// memory, and would not survive one that costs much ([BoundedReader]). The time limit is far above
/// what a refusal takes.
final class BombTest {
    private static final int MIB = 1024 * 1024;

    /// 64 MiB of zeros as Brotli packs them.
    private static final String BROTLI =
            "y///PwAkAOKxQHLv//j//weABEAcFoDu/R////8AkACIwwLQvf/j//8fABIAcVgAuvd//P//A0ACIA4LQPf+j///fwBIAMRhAeje//H//w8ACYA4LADd+7/8//8DIAEQhwWge/8H";

    @SuppressWarnings("ImmutableEnumChecker") // what answers holds nothing
    enum Bomb {
        GZIP(out -> packed(out, "gzip", gzip(zeros(200 * MIB)))),
        X_GZIP(out -> packed(out, "x-gzip", gzip(zeros(64 * MIB)))),
        GZIP_BELOW_THE_CAP(out -> packed(out, "gzip", gzip(zeros(16 * MIB)))),
        GZIP_TWICE(out -> packed(out, "gzip, gzip", gzip(gzip(zeros(64 * MIB))))),
        GZIP_THRICE(out -> packed(out, "gzip, gzip, gzip", gzip(gzip(gzip(zeros(64 * MIB)))))),
        GZIP_MEMBERS(out -> packed(out, "gzip", repeated(gzip(zeros(MIB)), 200))),
        DEFLATE(out -> packed(out, "deflate", deflate(zeros(64 * MIB), false))),
        DEFLATE_RAW(out -> packed(out, "deflate", deflate(zeros(64 * MIB), true))),
        DEFLATE_IN_GZIP(out -> packed(out, "deflate, gzip", gzip(deflate(zeros(64 * MIB), false)))),
        BROTLI_ZEROS(out -> packed(out, "br", Base64.getDecoder().decode(BROTLI))),
        BROTLI_IN_GZIP(out -> packed(out, "br, gzip", gzip(Base64.getDecoder().decode(BROTLI)))),
        BROTLI_GARBAGE(out -> packed(out, "br", new byte[] {-1, -1, -1, -1})),
        UNKNOWN_PACKING(out -> packed(out, "zstd", new byte[] {1, 2, 3})),
        MANY_PACKINGS(out -> packed(out, "gzip,".repeat(1_000), new byte[] {1})),
        ENDLESS_CHUNKS(out -> {
            text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            forever(out, "10000\r\n" + "x".repeat(0x10000) + "\r\n");
        }),
        ENDLESS_TINY_CHUNKS(out -> {
            text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            forever(out, "1\r\nx\r\n".repeat(10_000));
        }),
        ENDLESS_BODY(out -> {
            text(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            forever(out, "x".repeat(100_000));
        }),
        GIANT_LENGTH(out -> {
            text(out, "HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n");
            forever(out, "x".repeat(100_000));
        }),
        GIANT_CHUNK(out -> {
            text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n");
            forever(out, "x".repeat(100_000));
        }),
        OVERFLOWING_CHUNK(out -> {
            text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n");
            forever(out, "x".repeat(100_000));
        }),
        GIANT_HEADER(out -> text(out, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(MIB) + "\r\n\r\n")),
        MANY_HEADERS(out -> text(out, "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(200_000) + "\r\n")),
        ENDLESS_HEADERS(out -> {
            text(out, "HTTP/1.1 200 OK\r\n");
            forever(out, "X: y\r\n".repeat(1_000));
        }),
        ENDLESS_STATUS(out -> {
            text(out, "HTTP/1.1 200 ");
            forever(out, "x".repeat(10_000));
        }),
        ENDLESS_CONTINUES(out -> forever(out, "HTTP/1.1 100 Continue\r\n\r\n".repeat(100))),
        SLOW_HEADERS(out -> {
            text(out, "HTTP/1.1 200 OK\r\n");
            drip(out, "X: y\r\n");
        }),
        SLOW_BODY(out -> {
            text(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            drip(out, "x");
        }),
        SLOW_CHUNKS(out -> {
            text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            drip(out, "1\r\nx\r\n");
        }),
        SILENCE(out -> drip(out, "")),
        NO_HTTP(out -> text(out, "SSH-2.0-OpenSSH_9.6\r\n".repeat(100))),
        GZIP_IN_DEFLATE(out -> packed(out, "gzip, deflate", deflate(gzip(zeros(64 * MIB)), false))),
        BROTLI_TWICE(out -> packed(out, "br, br", Base64.getDecoder().decode(BROTLI))),
        PACKED_WITHOUT_END(out -> {
            text(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
            byte[] packed = gzip(zeros(64 * MIB));
            out.write(packed, 0, packed.length - 1_000);
        }),
        ENDLESS_TRAILERS(out -> {
            text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
            forever(out, "X: y\r\n".repeat(1_000));
        }),
        ENDLESS_CHUNK_EXTENSION(out -> {
            text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;");
            forever(out, "x".repeat(10_000));
        });

        private final RawServer.Script answer;

        Bomb(RawServer.Script answer) {
            this.answer = answer;
        }
    }

    private static @Nullable BoundedReader reader;

    /// Also after a bomb that went off, so that it fails alone.
    @BeforeEach
    void start() throws IOException {
        if (reader == null || !reader.isAlive()) {
            reader = new BoundedReader();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Bomb.class)
    @Timeout(20)
    void isRefused(Bomb bomb) throws IOException {
        assertThat(answerTo(bomb.answer)).startsWith("unreachable");
    }

    /// Documents that arrive whole, and would explode or nest when read: as a feed they come to
    /// next to nothing.
    @ParameterizedTest
    @EnumSource(DocumentBomb.class)
    @Timeout(20)
    void isReadAsTheLittleThatItIs(DocumentBomb bomb) throws IOException {
        byte[] document = bomb.document().getBytes(StandardCharsets.UTF_8);
        String answer = answerTo(out -> packed(out, "identity", document));
        assertThat(answer).matches("read \\d+ entries of \\d+ characters|refused.*");
        assertThat(Integer.parseInt(answer.replaceAll("read.*of (\\d+).*|.*", "0$1")))
                .as(answer)
                .isLessThan(MIB);
        assertThat(answer).doesNotContain("root:");
    }

    /// Without which a refusal would say nothing.
    @Test
    void whatIsNoBombIsTaken() throws IOException {
        byte[] feed =
                "<rss><item><title>A good title</title></item></rss>"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(answerTo(out -> packed(out, "gzip", gzip(feed)))).startsWith("read 1 entries");
    }

    private static String answerTo(RawServer.Script answer) throws IOException {
        try (var server = new RawServer(answer)) {
            return Objects.requireNonNull(reader).ask("http://127.0.0.1:" + server.port() + "/");
        }
    }

    private static void packed(OutputStream out, String encoding, byte[] body) throws IOException {
        text(
                out,
                "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(encoding, body.length));
        out.write(body);
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Until the other side has had enough.
    private static void forever(OutputStream out, String piece) throws IOException {
        byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(bytes);
        }
    }

    private static void drip(OutputStream out, String piece) throws IOException {
        try {
            while (true) {
                text(out, piece);
                out.flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] zeros(int length) {
        return new byte[length];
    }

    private static byte[] repeated(byte[] piece, int times) throws IOException {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.write(piece);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(out, new Deflater(6, raw))) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }
}
