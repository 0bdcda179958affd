package newspulse.engine.tone;

import newspulse.engine.linear.Features;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.model.Sentiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/// The tone of articles in one language: passages are judged one by one, the title as a whole and
/// the body by sentences, and weighed together. The title weighs [#TITLE] of all; in the body the
/// first sentences weigh most, and those without tone weigh less. So a long report stays near what
/// its title and lead say.
public final class ToneModel {
    private static final double TITLE = 0.6;
    private static final double FADING = 0.15;

    /// What a surely neutral sentence of the body weighs, of what one that is surely not does.
    private static final double NEUTRAL_WEIGHT = 0.3;

    private static final int MOST_SPANS = 12;

    private final PassageModel passages;

    ToneModel(PassageModel passages) {
        this.passages = passages;
    }

    /// The tone of a document.
    ///
    /// @param features of the same document, with the language's [newspulse.engine.linear.Grams]
    public Tone of(Document document, Features features) {
        Weighed title = new Weighed();
        Weighed body = new Weighed();
        weigh(document, features, title, body);
        return tone(mixed(title, body), Math.max(title.peak, body.peak));
    }

    /// How likely a document is negative, neutral, positive: sums up to 1, or all are 0 where there
    /// is no word.
    ///
    /// @param features of the same document, with the language's [newspulse.engine.linear.Grams]
    public double[] probabilities(Document document, Features features) {
        Weighed title = new Weighed();
        Weighed body = new Weighed();
        weigh(document, features, title, body);
        return mixed(title, body);
    }

    private void weigh(Document document, Features features, Weighed title, Weighed body) {
        float[] probabilities = new float[PassageModel.LABELS];
        forEachPassage(
                document,
                features,
                (passage, weight) -> {
                    passages.judge(passage, probabilities);
                    if (passage.tokens() == document.title()) {
                        title.add(probabilities, 1);
                    } else {
                        double feeling = 1 - probabilities[PassageModel.NEUTRAL];
                        double share = NEUTRAL_WEIGHT + (1 - NEUTRAL_WEIGHT) * feeling;
                        body.add(probabilities, weight * share);
                    }
                });
    }

    private static double[] mixed(Weighed title, Weighed body) {
        double titleShare = body.weight == 0 ? 1 : TITLE;
        double[] all = new double[PassageModel.LABELS];
        title.mixInto(all, title.weight == 0 ? 0 : titleShare);
        body.mixInto(all, title.weight == 0 ? 1 : 1 - titleShare);
        return all;
    }

    /// A weighted mean of the passages of title or body.
    private static final class Weighed {
        private final double[] sums = new double[PassageModel.LABELS];
        private double weight;
        private double peak;

        void add(float[] probabilities, double share) {
            for (int label = 0; label < PassageModel.LABELS; label++) {
                sums[label] += share * probabilities[label];
            }
            weight += share;
            double strength =
                    Math.abs(
                            probabilities[PassageModel.POSITIVE]
                                    - probabilities[PassageModel.NEGATIVE]);
            peak = Math.max(peak, strength);
        }

        void mixInto(double[] all, double share) {
            for (int label = 0; label < PassageModel.LABELS && weight > 0; label++) {
                all[label] += share * sums[label] / weight;
            }
        }
    }

    private static Tone tone(double[] all, double peak) {
        double negative = all[PassageModel.NEGATIVE];
        double neutral = all[PassageModel.NEUTRAL];
        double positive = all[PassageModel.POSITIVE];
        double score = Math.clamp(positive - negative, -1.0, 1.0);
        if (positive > neutral && positive > negative) {
            return new Tone(Sentiment.POSITIVE, score, Math.min(1, positive), peak);
        }
        if (negative > neutral && negative > positive) {
            return new Tone(Sentiment.NEGATIVE, score, Math.min(1, negative), peak);
        }
        return new Tone(Sentiment.NEUTRAL, score, Math.min(1, neutral), peak);
    }

    /// The words that carried the tone, most telling first, at most a dozen. Takes many times as
    /// long as the answer itself.
    public List<ToneSpan> explain(Document document, Features features) {
        List<ToneSpan> spans = new ArrayList<>();
        forEachPassage(
                document,
                features,
                (passage, weight) -> {
                    boolean inTitle = passage.tokens() == document.title();
                    int field = inTitle ? 0 : 1 + document.body().indexOf(passage.tokens());
                    double share = inTitle ? TITLE : (1 - TITLE) * weight;
                    for (int token = passage.from(); token < passage.to(); token++) {
                        double pull = share * passages.pull(passage, token);
                        if (pull != 0) {
                            int start = passage.tokens().start(token);
                            int end = passage.tokens().end(token);
                            spans.add(new ToneSpan(field, start, end, pull));
                        }
                    }
                });
        spans.sort(
                Comparator.comparingDouble((ToneSpan span) -> -Math.abs(span.weight()))
                        .thenComparingInt(ToneSpan::field)
                        .thenComparingInt(ToneSpan::start));
        return List.copyOf(spans.subList(0, Math.min(spans.size(), MOST_SPANS)));
    }

    /// Calls for each passage that was read, with its weight among those of its text.
    private static void forEachPassage(
            Document document, Features features, ObjDoubleConsumer<Passage> visitor) {
        int sentences = 0;
        for (int field = 0; field < features.fields(); field++) {
            Tokens tokens = field == 0 ? document.title() : document.body().get(field - 1);
            int offset = features.fieldStart(field);
            int end = features.fieldStart(field + 1) - offset;
            for (int from = 0; from < end; ) {
                int to = field == 0 ? end : Math.min(end, tokens.sentenceEnd(from));
                visitor.accept(
                        new Passage(tokens, from, to, features, offset),
                        1 / (1 + FADING * (field == 0 ? 0 : sentences++)));
                from = to;
            }
        }
    }
}
