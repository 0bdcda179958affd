package newspulse.engine.tone;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Tokens;

import java.util.List;

/// The tone of English sentences: valences of words and phrases from a lexicon, turned as
/// [SentenceTone] says.
public final class EnglishLexicon implements SentenceLexicon {
    private static final int NEGATION_REACH = 3;

    private final Lexicon lexicon;

    public EnglishLexicon(List<TermLine> lines) {
        lexicon = new Lexicon(lines);
    }

    @Override
    public double valence(Tokens tokens, int from, int to) {
        SentenceTone sentence = new SentenceTone(NEGATION_REACH);
        for (int i = from; i < to; ) {
            if (tokens.is(i, Tokens.CLAUSE)) {
                sentence.beginClause();
            }
            long found = lexicon.at(tokens, i, to);
            int words = Lexicon.words(found);
            int entry = Lexicon.entry(found);
            if (tokens.is(i, Tokens.CONTRACTED_NOT)) {
                entry |= Lexicon.NEGATOR;
            }
            if (entry != 0) {
                sentence.read(entry, i, i + words);
            }
            i += words;
        }
        return sentence.sum();
    }

    boolean negates(Tokens tokens, int i) {
        return (lexicon.get(tokens.hash(i)) & Lexicon.NEGATOR) != 0;
    }
}
