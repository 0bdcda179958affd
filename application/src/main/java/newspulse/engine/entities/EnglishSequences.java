package newspulse.engine.entities;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

import java.util.List;

/// The words of an English text that can be part of a name: those with a capital, and one or two
/// others between them. Every run of these within a sentence is a sequence; what lies between is
/// outside of every name, at no cost.
public final class EnglishSequences implements Sequences {
    private final Gazetteer gazetteer;
    private final WordFacts facts;

    public EnglishSequences(Gazetteer gazetteer, WordFacts facts) {
        this.gazetteer = gazetteer;
        this.facts = facts;
    }

    @Override
    public void walk(Document document, FeatureBuffer features, Visitor visitor) {
        DocumentWords memory = new DocumentWords(document);
        List<Tokens> body = document.body();
        walk(document.title(), 0, memory, features, visitor);
        for (int i = 0; i < body.size(); i++) {
            walk(body.get(i), i + 1, memory, features, visitor);
        }
    }

    private void walk(
            Tokens tokens,
            int part,
            DocumentWords memory,
            FeatureBuffer features,
            Visitor visitor) {
        EnglishFeatures words = new EnglishFeatures(tokens, gazetteer, facts, memory);
        for (int from = 0; from < tokens.count(); ) {
            int to = tokens.sentenceEnd(from);
            words.enter(from, to);
            for (int i = nextName(tokens, from, to); i < to; ) {
                int end = runEnd(tokens, i, to);
                for (; i < end; i++) {
                    words.describe(i, features);
                    visitor.item(part, tokens.start(i), tokens.end(i), features);
                }
                visitor.end();
                i = nextName(tokens, end, to);
            }
            from = to;
        }
    }

    private static int nextName(Tokens tokens, int from, int to) {
        int i = from;
        while (i < to && !tokens.is(i, Tokens.CAPITAL)) {
            i++;
        }
        return i;
    }

    /// The end of the words with capitals that follow on each other with at most two between.
    private static int runEnd(Tokens tokens, int first, int to) {
        int end = first + 1;
        for (int i = end; i < to && i <= end + 2; i++) {
            if (tokens.is(i, Tokens.CAPITAL)) {
                end = i + 1;
            }
        }
        return end;
    }
}
