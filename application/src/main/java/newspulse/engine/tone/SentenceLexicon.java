package newspulse.engine.tone;

import newspulse.engine.text.Tokens;

/// Adds up what a lexicon says of the words of a sentence.
@FunctionalInterface
public interface SentenceLexicon {
    /// A sum at which a sentence is half way from neutral to its end of the scale.
    double HALF_WAY = 4.0;

    /// The sum of the valences of the tokens `from` (included) to `to` (excluded) of one sentence.
    double valence(Tokens tokens, int from, int to);

    /// The sum over the sentences of a range of tokens.
    default double valenceOfAll(Tokens tokens, int from, int to) {
        double sum = 0;
        for (int start = from; start < to; ) {
            int end = Math.min(to, tokens.sentenceEnd(start));
            sum += valence(tokens, start, end);
            start = end;
        }
        return sum;
    }

    /// What a token changes in the sum when a passage that begins at `from` is read up to it.
    default double change(Tokens tokens, int from, int token) {
        int start = token;
        while (start > from && !tokens.is(start, Tokens.SENTENCE)) {
            start--;
        }
        return valence(tokens, start, token + 1) - valence(tokens, start, token);
    }

    /// Brings a sum of valences into -1..1.
    static double squash(double valence) {
        return valence / (Math.abs(valence) + HALF_WAY);
    }
}
