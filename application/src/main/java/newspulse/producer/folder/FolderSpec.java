package newspulse.producer.folder;

import newspulse.producer.Source;
import newspulse.producer.SourceEntry;
import newspulse.producer.SourceParts;
import newspulse.producer.SourceSpec;
import newspulse.producer.SourceType;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A folder to watch. `publisher` and `category` are those of rows of CSV that name none; lines of
/// JSON go on as they are.
public record FolderSpec(
        String name,
        String publisher,
        Path folder,
        char delimiter,
        @Nullable String category,
        boolean enabled)
        implements SourceSpec {

    public static final SourceType TYPE =
            new SourceType("folder", Set.of("path", "delimiter"), FolderSpec::read);

    private static final int LONGEST_PATH = 4_096;
    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');

    private static FolderSpec read(SourceEntry entry) {
        Path folder = Path.of("");
        try {
            folder = Path.of(entry.required("path", LONGEST_PATH));
        } catch (InvalidPathException _) {
            entry.reject("path", "is no path of a folder");
        }
        String delimiter = entry.oneOf("delimiter", List.of("comma", "semicolon", "tab", "bar"));
        return new FolderSpec(
                entry.name(),
                entry.publisher(),
                folder,
                DELIMITERS.getOrDefault(delimiter, ','),
                entry.category(),
                entry.enabled());
    }

    @Override
    public String address() {
        return folder.toAbsolutePath().normalize().toString();
    }

    @Override
    public Source open(SourceParts parts) {
        return new FolderSource(this, parts);
    }
}
