package newspulse.engine;

import newspulse.engine.entities.EntityRecognizer;
import newspulse.engine.files.ModelFiles;
import newspulse.engine.keywords.Keywords;
import newspulse.engine.language.Language;
import newspulse.engine.language.LanguageIdentifier;
import newspulse.engine.language.LanguageModel;
import newspulse.engine.linear.Grams;
import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.KoreanTone;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/// Every model of the local engine, as its files have it.
///
/// @param version names the exact files
public record LocalModels(
        LanguageIdentifier languages,
        LanguageModels english,
        LanguageModels korean,
        EntityRecognizer entities,
        Keywords keywords,
        Importance importance,
        String version) {
    /// To be raised with every change of the code that changes an answer.
    private static final String SCORING = "4";

    /// Reads the files: do it once, at start.
    ///
    /// @param own a directory whose files stand before those that ship, name by name
    /// @throws IllegalStateException when a file is damaged; the message names it
    public static LocalModels read(Optional<Path> own) {
        ModelFiles files = new ModelFiles(SCORING, own.orElse(null));
        var languages = new LanguageIdentifier(LanguageModel.read(files.bytes("language.model")));
        var english =
                new LanguageModels(
                        Grams.LETTERS,
                        EnglishTone.load(files),
                        SubjectModel.read(files.bytes("en/subjects.model")));
        var korean =
                new LanguageModels(
                        Grams.SYLLABLES,
                        KoreanTone.load(files),
                        SubjectModel.read(files.bytes("ko/subjects.model")));
        var entities = new EntityRecognizer(files);
        var keywords = new Keywords(files);
        var importance = new Importance(files.lines("importance.tsv"));
        return new LocalModels(
                languages,
                english,
                korean,
                entities,
                keywords,
                importance,
                "local-" + files.version());
    }

    /// The linear models of a language, or null where there are none.
    @Nullable LanguageModels of(String language) {
        return switch (language) {
            case Language.ENGLISH -> english;
            case Language.KOREAN -> korean;
            default -> null;
        };
    }
}
