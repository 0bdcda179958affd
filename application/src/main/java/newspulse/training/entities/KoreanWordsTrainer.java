package newspulse.training.entities;

import newspulse.engine.entities.EntityRecognizer;
import newspulse.engine.entities.KoreanSequences;
import newspulse.engine.entities.WordFacts;
import newspulse.training.DataSet;
import newspulse.training.LabelledText;
import newspulse.training.ModelCard;
import newspulse.training.Progress;
import newspulse.training.PublicData;
import newspulse.training.Trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts how often Korean words begin with which syllables, in talk and in news, from texts whose
/// labels it does not look at. What news writes often and talk seldom is more often a name. The
/// first file is the talk, the others are news.
public final class KoreanWordsTrainer implements Trainer {
    private static final int LEAST = 6;
    private static final int[] STEPS = {3, 8, 25, 80, 250, 1000};

    private final LocalDate today;

    /// A trainer.
    ///
    /// @param today stands in the model card
    public KoreanWordsTrainer(LocalDate today) {
        this.today = today;
    }

    @Override
    public String name() {
        return "entities-words-ko";
    }

    @Override
    public String file() {
        return EntityRecognizer.KOREAN_WORDS;
    }

    @Override
    public List<DataSet> dataSets() {
        return List.of(PublicData.NSMC, PublicData.KLUE_TC);
    }

    @Override
    public void train(List<Path> texts, long seed, Path models, Progress progress)
            throws IOException {
        Map<Long, int[]> counts = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            progress.at("counting words", i, texts.size());
            int column = Math.min(i, 1);
            for (LabelledText text : LabelledText.read(texts.get(i))) {
                KoreanSequences.beginnings(
                        text.text(),
                        beginning -> counts.computeIfAbsent(beginning, b -> new int[2])[column]++);
            }
        }
        SortedMap<Long, Integer> facts = new TreeMap<>();
        counts.forEach((beginning, seen) -> {
            if (seen[0] + seen[1] >= LEAST) {
                facts.put(beginning, 1 + (STEPS.length + 1) * step(seen[0]) + step(seen[1]));
            }
        });
        card(texts, seed, facts.size()).writeWith(models.resolve(file()), WordFacts.bytes(facts));
    }

    private static int step(int count) {
        int step = 0;
        while (step < STEPS.length && count >= STEPS[step]) {
            step++;
        }
        return step;
    }

    private ModelCard card(List<Path> texts, long seed, int words) {
        return new ModelCard(
                "How Korean words begin",
                "Tells names from other words. Knows " + words + " beginnings.",
                texts.stream().map(text -> text.getFileName().toString()).toList(),
                "CC-BY-SA-4.0",
                today,
                seed,
                List.of(),
                List.of("Learned from film reviews and from headlines of 2016 to 2020."));
    }
}
