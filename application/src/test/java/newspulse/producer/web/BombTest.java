package newspulse.producer.web;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Answers made to cost memory or time. Each is refused; the time limit is far above what it takes.
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
        NO_HTTP(out -> text(out, "SSH-2.0-OpenSSH_9.6\r\n".repeat(100)));

        private final RawServer.Script answer;

        Bomb(RawServer.Script answer) {
            this.answer = answer;
        }
    }

    @ParameterizedTest
    @EnumSource(Bomb.class)
    @Timeout(20)
    void isRefused(Bomb bomb) throws InterruptedException, IOException {
        assertThat(answerTo(bomb.answer)).isInstanceOf(Download.Unreachable.class);
    }

    /// Without which a refusal would say nothing.
    @Test
    void whatIsNoBombIsTaken() throws InterruptedException, IOException {
        assertThat(answerTo(out -> packed(out, "gzip", gzip(new byte[] {'n', 'e', 'w', 's'}))))
                .isInstanceOf(Download.Content.class);
    }

    private static Download answerTo(RawServer.Script answer)
            throws InterruptedException, IOException {
        var limits = new Downloader.Limits(Duration.ofSeconds(2), Duration.ofSeconds(5), 32 * MIB);
        try (var server = new RawServer(answer);
                var downloader =
                        new Downloader("t", limits, AllowList.of("127.0.0.1"), new VirtualTime())) {
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/");
            return downloader.get(new DownloadRequest(address, Map.of(), 5));
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
