package newspulse.engine.entities;

import java.util.List;

/// Why a span was taken for a name.
///
/// @param text as the document writes it
/// @param type as [newspulse.model.Entity] has it
/// @param classes what the gazetteer knows the words as, in lower case; often nothing
/// @param margin by how much the model preferred it to no name, in log-odds a word or syllable
/// @param recalled whether the rest of the document made it a name, or one of this type
public record Explained(
        String text, String type, List<String> classes, double margin, boolean recalled) {
    public Explained {
        classes = List.copyOf(classes);
    }
}
