package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The table of repairs in docs/feeds.md is the one of the code.
final class FeedReferenceTest {
    private static final Path PAGE = Path.of("../docs/feeds.md");
    private static final String BEGIN = "<!-- repairs: begin -->\n";
    private static final String END = "<!-- repairs: end -->\n";

    @Test
    void tellsEveryRepair() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        var table = new StringBuilder("| code | what was done |\n| --- | --- |\n");
        for (Repair repair : Repair.values()) {
            table.append("| `%s` | %s |\n".formatted(repair.label(), repair.meaning()));
        }
        if (Boolean.getBoolean("newspulse.write")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(table.toString());
        }
    }
}
