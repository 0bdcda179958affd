package newspulse.producer.folder;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.intake.Intake;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.TestParts;
import newspulse.producer.VirtualTime;
import newspulse.producer.web.AllowList;
import newspulse.producer.web.Downloader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

final class FolderSourceTest {
    private static final String HEADER = "Title,URL,published_at,ignored,Source Name\n";

    @TempDir private Path root;

    private final VirtualTime time = new VirtualTime();
    private final MemoryLog log = new MemoryLog();
    private final Downloader unused =
            new Downloader(
                    "1", new Downloader.Limits(Duration.ofSeconds(1), 1), AllowList.none(), time);
    private boolean ours = true;

    @AfterEach
    void stop() {
        unused.close();
    }

    @Test
    void takesEachLineOnceAlsoAfterARestart() throws Exception {
        write("a.ndjson", "{\"id\":\"1\"}\n\n{\"id\":\"2\"}\r\n");
        FolderSource source = source();
        source.look();
        source.look();
        assertThat(texts()).containsExactly("{\"id\":\"1\"}", "{\"id\":\"2\"}");
        assertThat(numbers()).containsExactly(1L, 3L);
        append("a.ndjson", "{\"id\":\"3\"}\n");
        source().look();
        assertThat(texts()).hasSize(3).last().isEqualTo("{\"id\":\"3\"}");
        assertThat(numbers()).last().isEqualTo(4L);
    }

    @Test
    void readsAFileAnewThatWasReplaced() throws Exception {
        write("a.jsonl", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
        FolderSource source = source();
        source.look();
        write("a.jsonl", "{\"id\":\"7\"}\n{\"id\":\"8\"}\n{\"id\":\"9\"}\n");
        source.look();
        write("a.jsonl", "{\"id\":\"0\"}\n");
        source.look();
        assertThat(texts())
                .containsExactly(
                        "{\"id\":\"1\"}",
                        "{\"id\":\"2\"}",
                        "{\"id\":\"7\"}",
                        "{\"id\":\"8\"}",
                        "{\"id\":\"9\"}",
                        "{\"id\":\"0\"}");
    }

    @Test
    void leavesALineThatIsStillBeingWritten() throws Exception {
        write("a.ndjson", "{\"id\":\"1\"}\n{\"id\":");
        FolderSource source = source();
        source.look();
        assertThat(texts()).containsExactly("{\"id\":\"1\"}");
        append("a.ndjson", "\"2\"}");
        source.look();
        assertThat(texts()).as("an object is whole without the line's end").hasSize(2);
        append("a.ndjson", "\n{\"id\":\"3\"}\n");
        source.look();
        assertThat(texts()).hasSize(3);
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takesALastLineWithoutEndOnceNobodyWritesAnyMore() throws Exception {
        write("a.csv", HEADER + "A title of a story,https://p.example/1,2026-01-01,,Paper");
        FolderSource source = source();
        source.look();
        assertThat(texts()).isEmpty();
        time.advance(FolderSource.SETTLED.plusSeconds(1));
        source.look();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void makesArticlesOfRowsByTheHeader() throws Exception {
        write(
                "a.csv",
                "\uFEFF"
                        + HEADER
                        + "\"He said \"\"no\"\", twice,\nand left\",https://p.example/1,"
                        + "2026-01-01T00:00:00Z,x,The Paper\r\n"
                        + "Another title of a story,https://p.example/2,2026-01-01T00:00:00Z,x,\n");
        source().look();
        List<Intake.Outcome> outcomes =
                log.published().stream()
                        .map(line -> Intake.derivingIds().read(line.line().bytes()))
                        .toList();
        assertThat(outcomes).allMatch(Intake.Admitted.class::isInstance);
        var first = ((Intake.Admitted) outcomes.getFirst()).article();
        assertThat(first.title()).isEqualTo("He said \"no\", twice, and left");
        assertThat(first.source().name()).isEqualTo("The Paper");
        assertThat(((Intake.Admitted) outcomes.getLast()).article().source().name())
                .isEqualTo("Watched");
        assertThat(numbers()).containsExactly(2L, 4L);
    }

    @Test
    void tellsOfEachBadRowWhyAndWhere() throws Exception {
        byte[] bad =
                (HEADER + "no title\n\"x\"y,a,b,c,d\nA\u00e4,a,b,c,d\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(root.resolve("a.csv"), bad);
        append("a.csv", "\"never closed,a,b,c,d\nGood title of a story,u,2026-01-01,,P\n");
        time.advance(FolderSource.SETTLED.plus(Duration.ofDays(40_000)));
        source().look();
        assertThat(log.published())
                .extracting(line -> refusal(line.line()))
                .containsExactly(
                        "2 The row has 1 values, the header 5.",
                        "3 no CSV",
                        "4 The row is not in UTF-8.",
                        "5 A quote is never closed.",
                        "6 -");
    }

    @Test
    void goesOnReadingRowsUnderTheHeaderAfterARestart() throws Exception {
        write("a.csv", HEADER + "A title of a story,https://p.example/1,2026-01-01,,P\n");
        source().look();
        append("a.csv", "Another title of one,https://p.example/2,2026-01-01,,P\n");
        source().look();
        assertThat(texts()).hasSize(2).allMatch(json -> json.contains("\"title\":"));
    }

    @Test
    void readsPackedFilesAlsoWhileTheyAreWritten() throws Exception {
        byte[] packed = gzip("{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":\"3\"}\n".repeat(400));
        Files.write(root.resolve("a.ndjson.gz"), Arrays.copyOf(packed, packed.length - 12));
        FolderSource source = source();
        source.look();
        assertThat(texts().size()).isBetween(1, 1_199);
        Files.write(root.resolve("a.ndjson.gz"), packed);
        source.look();
        assertThat(texts()).hasSize(1_200);
        append("a.ndjson.gz", gzip("{\"id\":\"4\"}\n"));
        source.look();
        assertThat(texts()).hasSize(1_201).last().isEqualTo("{\"id\":\"4\"}");
    }

    @Test
    void readsALongLineAsOneThatIsTooLong() throws Exception {
        String begin = "{\"id\":\"1\"}\n";
        write("a.ndjson", begin + "x".repeat(3 * 1024 * 1024) + "\n" + "{\"id\":\"2\"}\n");
        source().look();
        assertThat(log.published())
                .extracting(line -> refusal(line.line()))
                .containsExactly("1 -", "2 The line is longer than 983040 bytes.", "3 -");
        assertThat(log.published().get(1).line().refusal())
                .extracting(Failure::code)
                .isEqualTo(FailureCode.TOO_LARGE);
        assertThat(log.published().get(1).text()).hasSize(PieceReader.KEPT);
    }

    @Test
    void readsNothingButRegularFilesOfTheFolderItself() throws Exception {
        Path outside = Files.createDirectory(root.resolve("outside"));
        Path folder = Files.createDirectory(root.resolve("in"));
        Files.writeString(outside.resolve("secret.ndjson"), "{\"id\":\"s\"}\n");
        Files.createSymbolicLink(folder.resolve("link.ndjson"), outside.resolve("secret.ndjson"));
        Files.createSymbolicLink(folder.resolve("up.ndjson"), Path.of("../outside/secret.ndjson"));
        Files.createDirectory(folder.resolve("folder.ndjson"));
        Files.createSymbolicLink(folder.resolve("dangling.ndjson"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("inner"), outside);
        Files.writeString(folder.resolve(".hidden.ndjson"), "{\"id\":\"h\"}\n");
        Files.writeString(folder.resolve("notes.txt"), "{\"id\":\"t\"}\n");
        Files.writeString(folder.resolve("real.ndjson"), "{\"id\":\"1\"}\n");
        Files.createSymbolicLink(folder.resolve("same.ndjson"), Path.of("real.ndjson"));
        source(folder).look();
        assertThat(log.published())
                .extracting(MemoryLog.Published::file)
                .containsExactly("real.ndjson", "same.ndjson");
        assertThat(texts()).containsOnly("{\"id\":\"1\"}");
    }

    @Test
    void losesAndDoublesNothingWhileTheLogIsAway() throws Exception {
        write("a.ndjson", "{\"id\":\"1\"}\n".repeat(1_200));
        log.fail(2);
        FolderSource source = source();
        source.look();
        source.look();
        assertThat(texts()).isEmpty();
        source.look();
        assertThat(numbers()).hasSize(1_200).doesNotHaveDuplicates();
    }

    @Test
    void leavesTheFolderToTheReplicaWhoseItIs() throws Exception {
        write("a.ndjson", "{\"id\":\"1\"}\n");
        ours = false;
        FolderSource source = source();
        source.look();
        assertThat(texts()).isEmpty();
        ours = true;
        source.look();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void forgetsAFileThatIsGoneForLongAndNotOneThatIsAwayForAWhile() throws Exception {
        write("a.ndjson", "{\"id\":\"1\"}\n");
        FolderSource source = source();
        source.look();
        Files.delete(root.resolve("a.ndjson"));
        source.look();
        assertThat(log.positions()).containsKey("a.ndjson");
        time.advance(FolderSource.GONE.plusSeconds(1));
        source.look();
        assertThat(log.positions()).isEmpty();
    }

    private FolderSource source() {
        return source(root);
    }

    private FolderSource source(Path folder) {
        var spec = new FolderSpec("Watched", "Watched", folder, ',', null, true);
        return (FolderSource) spec.open(TestParts.of(unused, time, _ -> ours, _ -> log));
    }

    /// As if written now by the clock of the test.
    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(root.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(stamp()));
    }

    private void append(String name, String text) throws IOException {
        append(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void append(String name, byte[] bytes) throws IOException {
        Path file = Files.write(root.resolve(name), bytes, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(stamp()));
    }

    private Instant stamp() {
        time.advance(Duration.ofMillis(10));
        return time.instant();
    }

    private List<String> texts() {
        return log.published().stream().map(MemoryLog.Published::text).toList();
    }

    private List<Long> numbers() {
        return log.published().stream().map(line -> line.line().number()).toList();
    }

    private static String refusal(FileLine line) {
        Failure refusal = line.refusal();
        String told =
                refusal == null
                        ? "-"
                        : refusal.detail().startsWith("The row is no CSV")
                                ? "no CSV"
                                : refusal.detail();
        return line.number() + " " + told;
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
