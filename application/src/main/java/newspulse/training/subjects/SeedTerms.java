package newspulse.training.subjects;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.files.TermLine;
import newspulse.engine.text.Document;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Our own terms for each subject, as small texts to learn from.
final class SeedTerms {
    /// How many terms make a run.
    private static final int RUN = 4;

    private final List<TermLine> lines;

    SeedTerms(ModelFiles files, String name) {
        lines = files.lines(name);
    }

    List<TermLine> lines() {
        return lines;
    }

    /// Each term alone, and as many runs of terms of one subject.
    List<SubjectText> texts(int source, float weight, long seed) {
        Random random = new Random(seed);
        List<SubjectText> texts = new ArrayList<>();
        for (TermLine line : lines) {
            List<String> terms = line.terms();
            String label = line.head().getFirst();
            for (String term : terms) {
                texts.add(text(term, label, source, weight));
                var run = new StringBuilder(term);
                for (int i = 1; i < RUN; i++) {
                    run.append(' ').append(terms.get(random.nextInt(terms.size())));
                }
                texts.add(text(run.toString(), label, source, weight));
            }
        }
        return texts;
    }

    private static SubjectText text(String words, String label, int source, float weight) {
        Document document = SubjectText.document(words, "");
        return new SubjectText(document, label, source, weight);
    }
}
