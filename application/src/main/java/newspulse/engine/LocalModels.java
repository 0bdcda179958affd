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
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;

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
    private static final String SCORING = "6";

    /// Reads the files, on all cores: do it once, at start.
    ///
    /// @param own a directory whose files stand before those that ship, name by name
    /// @throws IllegalStateException when a file is damaged; the message names it
    public static LocalModels read(Optional<Path> own) {
        ModelFiles files = new ModelFiles(SCORING, own.orElse(null));
        var importance = fork(() -> new Importance(files.lines("importance.tsv")));
        var keywords = fork(() -> new Keywords(files));
        var languages =
                fork(() ->
                        new LanguageIdentifier(LanguageModel.read(files.bytes("language.model"))));
        var korean = fork(() -> korean(files));
        var english = fork(() -> english(files));
        var entities = new EntityRecognizer(files);
        return new LocalModels(
                languages.join(),
                english.join(),
                korean.join(),
                entities,
                keywords.join(),
                importance.join(),
                "local-" + files.version());
    }

    private static <T> ForkJoinTask<T> fork(Callable<T> reading) {
        return ForkJoinTask.adapt(reading).fork();
    }

    private static LanguageModels english(ModelFiles files) {
        return new LanguageModels(
                Grams.LETTERS,
                EnglishTone.load(files),
                SubjectModel.read(files.bytes("en/subjects.model")));
    }

    private static LanguageModels korean(ModelFiles files) {
        return new LanguageModels(
                Grams.SYLLABLES,
                KoreanTone.load(files),
                SubjectModel.read(files.bytes("ko/subjects.model")));
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
