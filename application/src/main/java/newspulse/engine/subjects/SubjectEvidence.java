package newspulse.engine.subjects;

import newspulse.engine.linear.Features;
import newspulse.engine.linear.LinearModel;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.model.Subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which words of an article speak for a subject: those whose weights for it are above their mean
/// for all, by either expert.
final class SubjectEvidence {
    private static final int MOST = 5;

    private final LinearModel near;
    private final @Nullable WordScores words;
    private final int[] answers;

    /// @param words null for a near expert alone
    /// @param answers for each class of the near expert the place of its subject
    SubjectEvidence(LinearModel near, @Nullable WordScores words, int[] answers) {
        this.near = near;
        this.words = words;
        this.answers = answers;
    }

    /// The words that spoke most for a subject.
    ///
    /// @param answer the place of `subject`
    List<SubjectSpan> of(Document document, Features features, Subject subject, int answer) {
        int tokens = Math.min(features.tokens(), SubjectModel.FAR_TOKENS);
        double[] evidence = new double[tokens];
        List<Integer> spoke = new ArrayList<>();
        double all = 0;
        for (int token = 0; token < tokens; token++) {
            evidence[token] = evidence(document, features, token, answer);
            if (evidence[token] > 0) {
                spoke.add(token);
                all += evidence[token];
            }
        }
        spoke.sort(Comparator.comparingDouble((Integer token) -> evidence[token]).reversed());
        List<SubjectSpan> spans = new ArrayList<>(MOST);
        for (int token : spoke.subList(0, Math.min(MOST, spoke.size()))) {
            int field = field(features, token);
            Tokens text = Features.field(document, field);
            int at = token - features.fieldStart(field);
            spans.add(
                    new SubjectSpan(
                            subject, field, text.start(at), text.end(at), evidence[token] / all));
        }
        return spans;
    }

    private double evidence(Document document, Features features, int token, int answer) {
        double sum = 0;
        if (token < SubjectModel.NEAR_TOKENS) {
            double norm = Math.sqrt(Math.max(1, features.from(features.tokens())));
            sum += nearEvidence(features, token, answer) / norm;
        }
        if (words != null) {
            int field = field(features, token);
            Tokens text = Features.field(document, field);
            double far = farEvidence(words, text, token - features.fieldStart(field), answer);
            sum += far / (1 + document.words() * WordScores.PRIOR_WEIGHT);
        }
        return sum;
    }

    /// How much more the classes of an answer get than the others, on average.
    private double nearEvidence(Features features, int token, int answer) {
        double own = 0;
        double all = 0;
        int classes = 0;
        for (int c = 0; c < answers.length; c++) {
            float contribution = near.contribution(features, token, c);
            all += contribution;
            if (answers[c] == answer) {
                own += contribution;
                classes++;
            }
        }
        return classes == 0 ? 0 : own / classes - all / answers.length;
    }

    private double farEvidence(WordScores scores, Tokens text, int at, int answer) {
        int others = scores.classes() - answers.length;
        double mean = 0;
        for (int c = 0; c < others; c++) {
            mean += scores.contribution(text, at, answers.length + c) / others;
        }
        return scores.contribution(text, at, answers.length + answer) - mean;
    }

    private static int field(Features features, int token) {
        int field = 0;
        while (token >= features.fieldStart(field + 1)) {
            field++;
        }
        return field;
    }
}
