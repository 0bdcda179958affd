package newspulse.training;

import newspulse.engine.files.ModelFiles;
import newspulse.training.entities.EnglishEntityTrainer;
import newspulse.training.entities.EnglishWordsTrainer;
import newspulse.training.entities.EntityEvaluation;
import newspulse.training.entities.KoreanEntityTrainer;
import newspulse.training.entities.KoreanWordsTrainer;
import newspulse.training.keywords.KeywordEvaluation;
import newspulse.training.keywords.KeywordTrainer;
import newspulse.training.language.LanguageEvaluation;
import newspulse.training.language.LanguageTrainer;
import newspulse.training.subjects.EnglishSubjectTrainer;
import newspulse.training.subjects.KoreanSubjectTrainer;
import newspulse.training.subjects.SubjectEvaluation;
import newspulse.training.tone.EnglishToneTrainer;
import newspulse.training.tone.KoreanToneTrainer;
import newspulse.training.tone.ToneEvaluation;

import java.time.LocalDate;
import java.util.List;

/// Every model that can be trained, and everything that can be measured.
public final class Catalogue {
    private Catalogue() {}

    /// In an order in which each finds what it needs of those before it.
    ///
    /// @param lexicons what models are used with
    /// @param today stands in the model cards
    public static List<Trainer> trainers(ModelFiles lexicons, LocalDate today) {
        return List.of(
                new LanguageTrainer(today),
                new KeywordTrainer(today),
                new EnglishToneTrainer(lexicons, today),
                new KoreanToneTrainer(lexicons, today),
                new EnglishSubjectTrainer(),
                new KoreanSubjectTrainer(),
                new EnglishWordsTrainer(today),
                new KoreanWordsTrainer(today),
                new EnglishEntityTrainer(today),
                new KoreanEntityTrainer(today));
    }

    public static List<Evaluation> evaluations() {
        return List.of(
                new ToneEvaluation(),
                new SubjectEvaluation(),
                new EntityEvaluation(),
                new KeywordEvaluation(),
                new LanguageEvaluation());
    }
}
