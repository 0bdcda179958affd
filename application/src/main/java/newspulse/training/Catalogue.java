package newspulse.training;

import newspulse.training.keywords.KeywordEvaluation;
import newspulse.training.keywords.KeywordTrainer;
import newspulse.training.language.LanguageEvaluation;
import newspulse.training.language.LanguageTrainer;

import java.util.List;

/// Every model that can be trained, and everything that can be measured.
public final class Catalogue {
    private Catalogue() {}

    public static List<Trainer> trainers() {
        return List.of(new LanguageTrainer(), new KeywordTrainer());
    }

    public static List<Evaluation> evaluations() {
        return List.of(new LanguageEvaluation(), new KeywordEvaluation());
    }
}
