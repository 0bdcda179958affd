package newspulse.engine.language;

import newspulse.engine.text.Document;
import newspulse.model.Analysis;

import org.jspecify.annotations.Nullable;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/// Says which language an article is in. The script decides first; a script that one language of
/// the news has to itself names it, and a linear model tells apart those that share one. A text of
/// too few letters, or one that no language fits, is [Analysis#UNDETERMINED].
public final class LanguageIdentifier {
    /// Scripts that, in the news, one language has to itself.
    private static final Map<UnicodeScript, String> LONE = lone();

    /// Below this a guess is more often wrong than a reader would bear.
    private static final double SURE_ENOUGH = 0.3;

    /// Fewer letters than this are no text.
    private static final int FEWEST_LETTERS = 3;

    /// So many letters mostly leave no doubt, and then the others are not read.
    private static final int SOON = 80;

    private static final double BEYOND_DOUBT = 0.99;

    /// How far a text in another script beside the main one takes confidence away.
    private static final double MIXED = 0.5;

    private final @Nullable ScriptModel[] models = new @Nullable ScriptModel[Scripts.KINDS];
    private final @Nullable String[] lone = new @Nullable String[models.length];

    public LanguageIdentifier(LanguageModel model) {
        LONE.forEach((script, code) -> lone[Scripts.of(script)] = code);
        for (ScriptModel script : model.scripts()) {
            models[Scripts.of(script.script)] = script;
        }
    }

    /// The language that has a script to itself, or null.
    public static @Nullable String lone(UnicodeScript script) {
        return LONE.get(script);
    }

    public Language identify(Document document) {
        Scripts scripts = Scripts.of(document, LanguageFeatures.LETTERS);
        int main = scripts.main();
        if (main == Scripts.NONE || scripts.letters() < FEWEST_LETTERS) {
            return Language.NONE;
        }
        double purity = 1 - MIXED * (1 - scripts.share());
        String code = lone[main];
        if (code != null) {
            double enough = scripts.letters() / (scripts.letters() + 0.5);
            return new Language(code, enough * purity);
        }
        ScriptModel model = models[main];
        if (model == null) {
            return Language.NONE;
        }
        Language best = best(model, document, main);
        double confidence = best.confidence() * purity;
        boolean sure = confidence >= SURE_ENOUGH;
        return new Language(sure ? best.code() : Analysis.UNDETERMINED, confidence);
    }

    private static Language best(ScriptModel model, Document document, int script) {
        Language soon = model.of(LanguageFeatures.of(document, script, model.bits, SOON));
        return soon.confidence() >= BEYOND_DOUBT
                ? soon
                : model.of(
                        LanguageFeatures.of(
                                document, script, model.bits, LanguageFeatures.LETTERS));
    }

    private static Map<UnicodeScript, String> lone() {
        Map<UnicodeScript, String> lone = new EnumMap<>(UnicodeScript.class);
        lone.put(UnicodeScript.HANGUL, "ko");
        lone.put(UnicodeScript.THAI, "th");
        lone.put(UnicodeScript.GREEK, "el");
        lone.put(UnicodeScript.HEBREW, "he");
        lone.put(UnicodeScript.ARMENIAN, "hy");
        lone.put(UnicodeScript.GEORGIAN, "ka");
        lone.put(UnicodeScript.BENGALI, "bn");
        lone.put(UnicodeScript.TAMIL, "ta");
        lone.put(UnicodeScript.TELUGU, "te");
        lone.put(UnicodeScript.GUJARATI, "gu");
        lone.put(UnicodeScript.GURMUKHI, "pa");
        lone.put(UnicodeScript.SINHALA, "si");
        lone.put(UnicodeScript.KANNADA, "kn");
        lone.put(UnicodeScript.MALAYALAM, "ml");
        lone.put(UnicodeScript.ORIYA, "or");
        lone.put(UnicodeScript.KHMER, "km");
        lone.put(UnicodeScript.LAO, "lo");
        lone.put(UnicodeScript.MYANMAR, "my");
        lone.put(UnicodeScript.TIBETAN, "bo");
        lone.put(UnicodeScript.THAANA, "dv");
        return lone;
    }
}
