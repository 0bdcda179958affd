package newspulse.training.entities;

import newspulse.engine.entities.FeatureBuffer;
import newspulse.engine.entities.Kind;
import newspulse.engine.entities.Labels;
import newspulse.engine.entities.Sequences;

import java.util.ArrayList;
import java.util.List;

/// Turns labelled documents into what [Crf] learns from. Spans that no sequence covers are lost, as
/// they would be when tagging.
final class Examples implements Sequences.Visitor {
    private final Sequences sequences;
    private final Labels labels;
    private final FeatureBuffer features = new FeatureBuffer();
    private final List<LabelledSequence> examples = new ArrayList<>();
    private final List<int[]> buckets = new ArrayList<>();
    private final List<Integer> lexical = new ArrayList<>();
    private final List<Byte> gold = new ArrayList<>();
    private List<LabelledDocument.Gold> spans = List.of();
    private float weight;
    private int next;
    private int last = -1;

    Examples(Sequences sequences, Labels labels) {
        this.sequences = sequences;
        this.labels = labels;
    }

    /// @param weighs how much, 1 for the usual
    void add(LabelledDocument document, float weighs) {
        spans = document.spans();
        weight = weighs;
        next = 0;
        last = -1;
        sequences.walk(document.document(), features, this);
    }

    List<LabelledSequence> all() {
        return examples;
    }

    @Override
    public void item(int part, int start, int end, FeatureBuffer item) {
        int[] all = new int[item.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = item.hash(i);
        }
        buckets.add(all);
        lexical.add(item.lexical());
        gold.add((byte) label(part, start));
    }

    private int label(int part, int start) {
        while (next < spans.size() && isBefore(spans.get(next), part, start)) {
            next++;
        }
        if (next == spans.size()) {
            return Labels.OUTSIDE;
        }
        LabelledDocument.Gold span = spans.get(next);
        if (span.part() != part || start < span.start()) {
            return Labels.OUTSIDE;
        }
        boolean first = last != next || gold.isEmpty();
        last = next;
        Kind kind = span.kind();
        return first ? labels.begin(kind) : labels.inside(kind);
    }

    private static boolean isBefore(LabelledDocument.Gold span, int part, int start) {
        return span.part() < part || (span.part() == part && span.end() <= start);
    }

    @Override
    public void end() {
        byte[] all = new byte[gold.size()];
        int[] words = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = gold.get(i);
            words[i] = lexical.get(i);
        }
        examples.add(new LabelledSequence(buckets.toArray(int[][]::new), words, all, weight));
        buckets.clear();
        lexical.clear();
        gold.clear();
    }
}
