package newspulse.engine.files;

import java.util.List;

/// A line of a model file: what is said, in words, then a tab and the terms of which it is said,
/// separated by commas. A line without a tab has terms only.
public record TermLine(List<String> head, List<String> terms) {
    public static TermLine parse(String line) {
        int tab = line.indexOf('\t');
        List<String> head = tab < 0 ? List.of() : List.of(line.substring(0, tab).split(" ", -1));
        return new TermLine(head, List.of(line.substring(tab + 1).split(", ", -1)));
    }
}
