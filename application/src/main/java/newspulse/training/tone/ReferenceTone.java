package newspulse.training.tone;

import newspulse.training.LabelledText;
import newspulse.training.Score;
import newspulse.training.metrics.Confusion;

import java.util.List;

/// What others answer to the same texts.
interface ReferenceTone {
    /// From here on a score is positive, and from its negative on it is negative.
    double FROM = 0.05;

    String name();

    /// -1..1.
    double score(String text);

    /// How it does on labelled texts, by the metric that [ToneMeasure] takes for them.
    default Score.Reference on(List<LabelledText> texts) {
        Confusion confusion = new Confusion();
        boolean forced = texts.stream().allMatch(text -> ToneMeasure.isForced(text.label()));
        for (LabelledText text : texts) {
            double score = score(text.text());
            confusion.add(text.label(), forced ? sign(score) : label(score));
        }
        return new Score.Reference(name(), forced ? confusion.accuracy() : confusion.macroF1());
    }

    /// How each of them does on labelled texts.
    static List<Score.Reference> all(List<ReferenceTone> references, List<LabelledText> texts) {
        return references.stream().map(reference -> reference.on(texts)).toList();
    }

    private static String sign(double score) {
        return score > 0 ? "1" : "0";
    }

    private static String label(double score) {
        if (score >= FROM) {
            return "positive";
        }
        return score <= -FROM ? "negative" : "neutral";
    }
}
