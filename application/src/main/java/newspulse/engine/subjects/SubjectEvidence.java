package newspulse.engine.subjects;

import newspulse.engine.linear.Features;
import newspulse.engine.linear.LinearModel;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.model.Subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Which words of an article speak for a subject: those whose weights for it are above their mean
/// for all, by either expert.
///
/// @param words null for a near expert alone
record SubjectEvidence(LinearModel near, @Nullable WordScores words) {
    private static final int MOST = 5;

    List<SubjectSpan> of(Document document, Features features, int label) {
        int tokens = Math.min(features.tokens(), SubjectModel.FAR_TOKENS);
        double[] evidence = new double[tokens];
        List<Integer> spoke = new ArrayList<>();
        double all = 0;
        for (int token = 0; token < tokens; token++) {
            evidence[token] = evidence(document, features, token, label);
            if (evidence[token] > 0) {
                spoke.add(token);
                all += evidence[token];
            }
        }
        spoke.sort(Comparator.comparingDouble((Integer token) -> evidence[token]).reversed());
        Subject subject = subject(label);
        List<SubjectSpan> spans = new ArrayList<>(MOST);
        for (int token : spoke.subList(0, Math.min(MOST, spoke.size()))) {
            int field = field(features, token);
            Tokens text = text(document, field);
            int at = token - features.fieldStart(field);
            spans.add(
                    new SubjectSpan(
                            subject, field, text.start(at), text.end(at), evidence[token] / all));
        }
        return spans;
    }

    private Subject subject(int label) {
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.label().equals(near.labels().get(label)))
                .findFirst()
                .orElseThrow();
    }

    private double evidence(Document document, Features features, int token, int label) {
        int classes = near.labels().size();
        double sum = 0;
        if (token < SubjectModel.NEAR_TOKENS) {
            double mean = 0;
            for (int c = 0; c < classes; c++) {
                mean += near.contribution(features, token, c) / classes;
            }
            double norm = Math.sqrt(Math.max(1, features.from(features.tokens())));
            sum += (near.contribution(features, token, label) - mean) / norm;
        }
        if (words != null) {
            int field = field(features, token);
            Tokens text = text(document, field);
            int at = token - features.fieldStart(field);
            double mean = 0;
            for (int c = classes; c < words.classes(); c++) {
                mean += words.contribution(text, at, c) / (classes - 1);
            }
            double far = words.contribution(text, at, classes + label) - mean;
            sum += far / (1 + document.words() * WordScores.PRIOR_WEIGHT);
        }
        return sum;
    }

    private static int field(Features features, int token) {
        int field = 0;
        while (token >= features.fieldStart(field + 1)) {
            field++;
        }
        return field;
    }

    private static Tokens text(Document document, int field) {
        return field == 0 ? document.title() : document.body().get(field - 1);
    }
}
