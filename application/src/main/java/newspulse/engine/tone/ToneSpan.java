package newspulse.engine.tone;

/// A word that carried the tone of an article.
///
/// @param field 0 is the title, 1 the first text of the body as [newspulse.engine.text.Document]
///   has them
/// @param start in the text of that field, in UTF-16 units
/// @param end where it ends (not included)
/// @param weight above 0 towards positive, below towards negative; to be compared within one
///   article
public record ToneSpan(int field, int start, int end, double weight) {}
