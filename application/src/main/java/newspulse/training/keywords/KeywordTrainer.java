package newspulse.training.keywords;

import newspulse.engine.keywords.WordStatistics;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.training.DataSet;
import newspulse.training.LabelledText;
import newspulse.training.ModelCard;
import newspulse.training.Progress;
import newspulse.training.PublicData;
import newspulse.training.Trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts in how many English texts each word stands; their labels do not matter.
public final class KeywordTrainer implements Trainer {
    /// A word of fewer texts is as rare as one of none.
    private static final int FEWEST = 2;

    /// Places added to those seen, so that one or two prove nothing.
    private static final double DOUBT = 3;

    private static final Set<Long> BEFORE_VERBS =
            hashes(
                    "to", "will", "would", "can", "could", "may", "might", "must", "should",
                    "shall", "cannot", "can't", "won't", "don't", "doesn't", "didn't", "let's");
    private static final Set<Long> BEFORE_NOUNS =
            hashes(
                    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this",
                    "these", "those", "some", "any", "no", "every", "each");

    private final LocalDate today;

    /// A trainer.
    ///
    /// @param today stands in the model card
    public KeywordTrainer(LocalDate today) {
        this.today = today;
    }

    @Override
    public String name() {
        return "keywords-en";
    }

    @Override
    public String file() {
        return "en/words.model";
    }

    @Override
    public List<DataSet> dataSets() {
        return PublicData.ENGLISH_NEWS;
    }

    @Override
    public void train(List<Path> texts, long seed, Path models, Progress progress)
            throws IOException {
        Map<Long, Integer> holders = new HashMap<>();
        Map<Long, Integer> verbs = new HashMap<>();
        Map<Long, Integer> nouns = new HashMap<>();
        int count = 0;
        for (int i = 0; i < texts.size(); i++) {
            progress.at("counting words", i, texts.size());
            for (LabelledText text : LabelledText.read(texts.get(i))) {
                Tokens tokens = Tokenizer.tokenize(text.text());
                stems(tokens).forEach(stem -> holders.merge(stem, 1, Integer::sum));
                uses(tokens, verbs, nouns);
                count++;
            }
        }
        progress.at("counting words", texts.size(), texts.size());
        holders.values().removeIf(few -> few < FEWEST);
        Path file = models.resolve(file());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Map<Long, Double> shares = new HashMap<>();
        verbs.forEach(
                (stem, of) -> shares.put(stem, of / (of + nouns.getOrDefault(stem, 0) + DOUBT)));
        Files.write(file, WordStatistics.toBytes(holders, shares, count));
        card(seed, holders.size()).writeBeside(file);
    }

    private static Set<Long> stems(Tokens tokens) {
        Set<Long> stems = new HashSet<>();
        for (int i = 0; i < tokens.count(); i++) {
            stems.add(tokens.stem(i));
        }
        return stems;
    }

    /// Counts words after a modal or "to" as verbs, and words after an article or a possessive as
    /// nouns; a capital may be a name, and is passed over.
    private static void uses(Tokens tokens, Map<Long, Integer> verbs, Map<Long, Integer> nouns) {
        for (int i = 1; i < tokens.count(); i++) {
            if (tokens.is(i, Tokens.CAPITAL | Tokens.CLAUSE | Tokens.HYPHEN)) {
                continue;
            }
            if (BEFORE_VERBS.contains(tokens.hash(i - 1))) {
                verbs.merge(tokens.stem(i), 1, Integer::sum);
            } else if (BEFORE_NOUNS.contains(tokens.hash(i - 1))) {
                nouns.merge(tokens.stem(i), 1, Integer::sum);
            }
        }
    }

    private static Set<Long> hashes(String... words) {
        Set<Long> hashes = new HashSet<>();
        for (String word : words) {
            hashes.add(WordHash.of(word));
        }
        return hashes;
    }

    private ModelCard card(long seed, int words) {
        return new ModelCard(
                "English word frequencies",
                "Weighs words for keywords, where what few news texts hold says more, and tells verbs from nouns.",
                dataSets().stream().map(set -> set.name() + ", " + set.licence()).toList(),
                "Apache-2.0",
                today,
                seed,
                List.of(),
                List.of(
                        words
                                + " words of headlines and sentences of 2012 to 2022, mostly American and"
                                + " Indian; what was news before or after counts as rare"));
    }
}
