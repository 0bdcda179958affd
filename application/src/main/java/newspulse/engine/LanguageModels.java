package newspulse.engine;

import newspulse.engine.linear.Grams;
import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.tone.ToneModel;

/// The linear models of one language, which share the features of a document.
///
/// @param grams which features those are
public record LanguageModels(Grams grams, ToneModel tone, SubjectModel subjects) {}
