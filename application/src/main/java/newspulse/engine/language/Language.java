package newspulse.engine.language;

import newspulse.model.Analysis;

/// The language of a text.
///
/// @param code ISO 639-1, or [Analysis#UNDETERMINED]
/// @param confidence 0..1: how likely the code is right, measured on sentences that were held out;
///   of an undetermined text, how likely the best guess would have been
public record Language(String code, double confidence) {
    public static final String ENGLISH = "en";
    public static final String KOREAN = "ko";
    public static final String JAPANESE = "ja";
    public static final String CHINESE = "zh";

    /// Of texts without a letter.
    public static final Language NONE = new Language(Analysis.UNDETERMINED, 0);
}
