package newspulse.training.entities;

import newspulse.engine.entities.Kind;
import newspulse.engine.entities.Span;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Compares a tagger with labelled documents.
final class SpanMeasure {
    private final Function<Document, List<Span>> tagger;
    private final boolean byWords;

    /// @param byWords whether labelled spans are moved to the bounds of the words that they touch,
    ///   since a label may stand on a full stop or half a word
    SpanMeasure(Function<Document, List<Span>> tagger, boolean byWords) {
        this.tagger = tagger;
        this.byWords = byWords;
    }

    SpanScore of(Collection<LabelledDocument> documents, Set<Kind> kinds) {
        SpanScore score = SpanScore.NONE;
        for (LabelledDocument document : documents) {
            score = score.plus(of(document, kinds));
        }
        return score;
    }

    private SpanScore of(LabelledDocument labelled, Set<Kind> kinds) {
        Set<LabelledDocument.Gold> there = new HashSet<>();
        for (LabelledDocument.Gold gold : labelled.spans()) {
            if (kinds.contains(gold.kind())) {
                there.add(byWords ? onWords(gold, labelled.document()) : gold);
            }
        }
        Set<LabelledDocument.Gold> found = new HashSet<>();
        for (Span span : tagger.apply(labelled.document())) {
            if (kinds.contains(span.kind())) {
                found.add(
                        new LabelledDocument.Gold(
                                span.part(), span.start(), span.end(), span.kind()));
            }
        }
        return SpanScore.of(found, there);
    }

    private static LabelledDocument.Gold onWords(LabelledDocument.Gold gold, Document document) {
        Tokens tokens = document.part(gold.part());
        int start = -1;
        int end = -1;
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.end(i) > gold.start() && tokens.start(i) < gold.end()) {
                start = start < 0 ? tokens.start(i) : start;
                end = tokens.end(i);
            }
        }
        return start < 0 ? gold : new LabelledDocument.Gold(gold.part(), start, end, gold.kind());
    }

    /// The kinds that readers are told of.
    static Set<Kind> reported() {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        kinds.removeIf(kind -> !kind.isReported());
        return kinds;
    }
}
