package newspulse.engine.entities;

import newspulse.engine.text.Document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the names of a document with a [SequenceModel]. Thread-safe.
public final class SequenceTagger {
    private static final int EXPECTED_LENGTH = 64;

    private final Sequences sequences;
    private final SequenceModel model;

    public SequenceTagger(Sequences sequences, SequenceModel model) {
        this.sequences = sequences;
        this.model = model;
    }

    /// The spans of every kind the model knows, in reading order; none overlaps another.
    public List<Span> tag(Document document) {
        List<Span> spans = new ArrayList<>();
        sequences.walk(document, new FeatureBuffer(), new Reading(spans));
        return spans;
    }

    /// Decodes each sequence when it ends.
    private final class Reading implements Sequences.Visitor {
        private final List<Span> spans;
        private final Decoder decoder = new Decoder(model, EXPECTED_LENGTH);
        private int[] starts = new int[EXPECTED_LENGTH];
        private int[] ends = new int[EXPECTED_LENGTH];
        private byte[] best = new byte[EXPECTED_LENGTH];
        private int part;

        Reading(List<Span> spans) {
            this.spans = spans;
        }

        @Override
        public void item(int inPart, int start, int end, FeatureBuffer features) {
            int at = decoder.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, 2 * at);
                ends = Arrays.copyOf(ends, 2 * at);
                best = new byte[2 * at];
            }
            part = inPart;
            starts[at] = start;
            ends[at] = end;
            decoder.add(features);
        }

        @Override
        public void end() {
            int length = decoder.length();
            decoder.decode(best, 0);
            for (int i = 0; i < length; ) {
                i = best[i] == Labels.OUTSIDE ? i + 1 : span(i, length);
            }
            decoder.begin();
        }

        private int span(int first, int length) {
            Labels labels = model.labels();
            int next = labels.next(best[first]);
            float margin = decoder.margin(first, best[first]);
            int end = first + 1;
            while (end < length && best[end] == next) {
                margin += decoder.margin(end, next);
                end++;
            }
            Kind kind = labels.kind(best[first]);
            spans.add(
                    new Span(
                            part,
                            starts[first],
                            ends[end - 1],
                            kind,
                            margin / (end - first),
                            false));
            return end;
        }
    }
}
