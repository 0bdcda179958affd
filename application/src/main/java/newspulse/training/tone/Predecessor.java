package newspulse.training.tone;

import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was there before: 36 English words are counted, and the more frequent side wins. Of Korean
/// it knows nothing, and answers neutral.
final class Predecessor implements ReferenceTone {
    private static final Set<Long> POSITIVE =
            hashes(
                    "good great excellent amazing wonderful fantastic positive growth success profit"
                            + " gain improve win achievement innovative breakthrough surge boost");
    private static final Set<Long> NEGATIVE =
            hashes(
                    "bad terrible awful horrible negative loss fail decline crash crisis risk concern"
                            + " threat drop fall worst problem issue");

    private static Set<Long> hashes(String words) {
        return Stream.of(words.split(" ", -1))
                .map(WordHash::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String name() {
        return "predecessor";
    }

    @Override
    public double score(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        int sum = 0;
        for (int i = 0; i < tokens.count(); i++) {
            sum += POSITIVE.contains(tokens.hash(i)) ? 1 : 0;
            sum -= NEGATIVE.contains(tokens.hash(i)) ? 1 : 0;
        }
        return Integer.signum(sum);
    }
}
