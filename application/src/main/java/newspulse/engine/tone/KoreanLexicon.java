package newspulse.engine.tone;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.util.BitSet;
import java.util.List;

/// The tone of Korean sentences. A word is read from its beginning, at each place the longest stem
/// of the lexicon first, so that particles and endings need no analysis; between stems a syllable
/// is skipped. Negations stand before (안, 못) or after (-지 않다, 없다) what they turn.
public final class KoreanLexicon implements SentenceLexicon {
    private static final int LONGEST = 7;

    private final Lexicon lexicon;
    private final BitSet firstSyllables = new BitSet(Character.MAX_VALUE + 1);

    public KoreanLexicon(List<TermLine> lines) {
        lexicon = new Lexicon(lines);
        for (TermLine line : lines) {
            for (String stem : line.terms()) {
                if (stem.length() > LONGEST) {
                    throw new IllegalArgumentException("longer than " + LONGEST + ": " + stem);
                }
                firstSyllables.set(stem.charAt(0));
            }
        }
    }

    @Override
    public double valence(Tokens tokens, int from, int to) {
        SentenceTone sentence = new SentenceTone(1);
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Tokens.CLAUSE)) {
                sentence.beginClause();
            }
            if (tokens.is(i, Tokens.HANGUL)) {
                readWord(tokens, i, sentence);
            }
        }
        return sentence.sum();
    }

    private void readWord(Tokens tokens, int i, SentenceTone sentence) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        for (int at = start; at < end; ) {
            int length =
                    firstSyllables.get(tokens.text.charAt(at))
                            ? stemAt(tokens, i, at, sentence)
                            : 0;
            at += Math.max(length, 1);
        }
    }

    /// Reads the longest stem that stands at `at`, and says how long it is; 0 if there is none.
    private int stemAt(Tokens tokens, int i, int at, SentenceTone sentence) {
        int limit = Math.min(tokens.end(i) - at, LONGEST);
        long hash = WordHash.EMPTY;
        int longest = 0;
        int entry = 0;
        for (int length = 1; length <= limit; length++) {
            hash = WordHash.step(hash, tokens.text.charAt(at + length - 1));
            int candidate = lexicon.get(WordHash.finish(hash));
            if (candidate != 0 && mayStand(candidate, tokens, i, at, length)) {
                longest = length;
                entry = candidate;
            }
        }
        if (longest > 0) {
            sentence.read(entry, i, i + 1);
        }
        return longest;
    }

    private static boolean mayStand(int entry, Tokens tokens, int i, int at, int length) {
        boolean first = at == tokens.start(i);
        boolean whole = (entry & Lexicon.WHOLE) == 0 || (first && length == tokens.length(i));
        return whole && (first || (entry & Lexicon.INSIDE) != 0);
    }
}
