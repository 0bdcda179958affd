package newspulse.training.tone;

import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of VADER (Hutto and Gilbert, ICWSM 2014) that matter in news: valences, negation,
/// boosters, "but", words in capitals among others, and exclamation marks. Idioms and emoticons are
/// left out.
final class Vader implements ReferenceTone {
    private static final double NEGATED = -0.74;
    private static final double BOOST = 0.293;
    private static final double[] FADING = {1, 0.95, 0.9};
    private static final double CAPITALS = 0.733;
    private static final double EXCLAMATION = 0.292;
    private static final int MOST_EXCLAMATIONS = 4;
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;
    private static final double HALF_WAY = 15;
    private static final int REACH = 3;
    private static final long BUT = WordHash.of("but");
    private static final Set<Long> NEGATIONS =
            hashes(
                    "aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt"
                            + " mightnt mustnt neither never none nope nor not nothing nowhere oughtnt"
                            + " shant shouldnt uhuh wasnt werent without wont wouldnt rarely seldom"
                            + " despite");
    private static final Set<Long> MORE =
            hashes(
                    "absolutely amazingly awfully completely considerably decidedly deeply enormously"
                            + " entirely especially exceptionally extremely fabulously fully greatly"
                            + " highly hugely incredibly intensely majorly more most particularly purely"
                            + " quite really remarkably so substantially thoroughly totally tremendously"
                            + " unbelievably unusually utterly very");
    private static final Set<Long> LESS =
            hashes(
                    "almost barely hardly kinda less little marginally occasionally partly scarcely"
                            + " slightly somewhat");

    private final Map<Long, Double> valences = new HashMap<>();

    /// Reads the lexicon as its authors publish it: a word, a tab, its valence, and more.
    ///
    /// @throws IOException when it cannot be read
    Vader(Path lexicon) throws IOException {
        for (String line : Files.readAllLines(lexicon)) {
            String[] parts = line.split("\t", -1);
            if (parts.length > 1) {
                valences.put(WordHash.of(parts[0]), Double.parseDouble(parts[1]));
            }
        }
    }

    private static Set<Long> hashes(String words) {
        return Stream.of(words.split(" ", -1))
                .map(WordHash::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String name() {
        return "VADER";
    }

    @Override
    public double score(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        int but = -1;
        int capitals = 0;
        for (int i = 0; i < tokens.count(); i++) {
            but = tokens.hash(i) == BUT ? i : but;
            capitals += tokens.is(i, Tokens.ALL_CAPITALS) ? 1 : 0;
        }
        boolean mixed = capitals > 0 && capitals < tokens.count();
        double sum = 0;
        for (int i = 0; i < tokens.count(); i++) {
            double valence = valence(tokens, i, mixed);
            if (but >= 0 && i != but) {
                valence *= i < but ? BEFORE_BUT : AFTER_BUT;
            }
            sum += valence;
        }
        long exclamations = text.chars().filter(c -> c == '!').limit(MOST_EXCLAMATIONS).count();
        sum += Math.signum(sum) * EXCLAMATION * exclamations;
        return sum / Math.sqrt(sum * sum + HALF_WAY);
    }

    private double valence(Tokens tokens, int i, boolean mixed) {
        double valence = valences.getOrDefault(tokens.hash(i), 0.0);
        if (valence == 0) {
            return 0;
        }
        double sign = Math.signum(valence);
        if (mixed && tokens.is(i, Tokens.ALL_CAPITALS)) {
            valence += sign * CAPITALS;
        }
        for (int back = 1; back <= REACH && back <= i; back++) {
            long before = tokens.hash(i - back);
            if (MORE.contains(before)) {
                valence += sign * BOOST * FADING[back - 1];
            } else if (LESS.contains(before)) {
                valence -= sign * BOOST * FADING[back - 1];
            }
            if (NEGATIONS.contains(before) || tokens.is(i - back, Tokens.CONTRACTED_NOT)) {
                valence *= NEGATED;
            }
        }
        return valence;
    }
}
