package newspulse.engine.entities;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

import java.util.List;
import java.util.function.LongConsumer;

/// The syllables of a Korean text, a sequence a sentence, so that a name ends where its particle
/// begins.
public final class KoreanSequences implements Sequences {
    private final SyllableNames names;
    private final WordFacts facts;

    /// Sequences of texts in which these names are known.
    ///
    /// @param names lines of `class TAB name, name, ...`
    public KoreanSequences(List<TermLine> names, WordFacts facts) {
        this.facts = facts;
        this.names = new SyllableNames(names);
    }

    /// Tells of the beginnings of each eojeol of a text, of one syllable or more, by the hashes
    /// that [WordFacts] of Korean have.
    public static void beginnings(String text, LongConsumer consumer) {
        KoreanItems items = new KoreanItems(text);
        long head = KoreanItems.WORD;
        for (int i = 0; i < items.count(); i++) {
            head = items.head(items.wordStart(i) == i ? KoreanItems.WORD : head, i);
            consumer.accept(head);
        }
    }

    @Override
    public void walk(Document document, FeatureBuffer features, Visitor visitor) {
        walk(document.title(), 0, features, visitor);
        List<Tokens> body = document.body();
        for (int i = 0; i < body.size(); i++) {
            walk(body.get(i), i + 1, features, visitor);
        }
    }

    private void walk(Tokens tokens, int part, FeatureBuffer features, Visitor visitor) {
        KoreanItems items = new KoreanItems(tokens.text);
        KoreanFeatures described = new KoreanFeatures(items, names, facts);
        int count = items.count();
        for (int i = 0; i < count; i++) {
            described.describe(i, features);
            visitor.item(part, items.start(i), items.end(i), features);
            if (i + 1 == count || items.endsSentence(i)) {
                visitor.end();
            }
        }
    }
}
