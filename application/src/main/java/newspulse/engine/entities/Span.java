package newspulse.engine.entities;

/// A name where it stands.
///
/// @param part of the document: 0 for the title, the others from 1
/// @param start in the text of the part, in UTF-16 units
/// @param end excluded
/// @param margin by how much the model prefers this to no name, in log-odds a word or syllable
/// @param recalled whether it is here, or of this kind, because of the rest of the document
public record Span(int part, int start, int end, Kind kind, float margin, boolean recalled) {
    Span as(Kind other) {
        return other == kind ? this : new Span(part, start, end, other, margin, true);
    }
}
