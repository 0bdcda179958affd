package newspulse.training;

import java.util.List;

/// Every model that can be trained, and everything that can be measured.
public final class Catalogue {
    private Catalogue() {}

    public static List<Trainer> trainers() {
        return List.of();
    }

    public static List<Evaluation> evaluations() {
        return List.of();
    }
}
