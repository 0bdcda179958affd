package newspulse.training.entities;

import newspulse.engine.entities.EntityRecognizer;
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
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Learns how running English text writes its words, from texts whose labels it does not look at.
public final class EnglishWordsTrainer implements Trainer {
    private final LocalDate today;

    /// A trainer.
    ///
    /// @param today stands in the model card
    public EnglishWordsTrainer(LocalDate today) {
        this.today = today;
    }

    @Override
    public String name() {
        return "entities-words-en";
    }

    @Override
    public String file() {
        return EntityRecognizer.ENGLISH_WORDS;
    }

    @Override
    public List<DataSet> dataSets() {
        return Stream.concat(PublicData.ENGLISH_NEWS.stream(), Stream.of(PublicData.CLICKBAIT))
                .toList();
    }

    @Override
    public void train(List<Path> texts, long seed, Path models, Progress progress)
            throws IOException {
        CaseCounts counts = new CaseCounts();
        for (int i = 0; i < texts.size(); i++) {
            progress.at("counting words", i, texts.size());
            for (LabelledText text : LabelledText.read(texts.get(i))) {
                counts.read(text.text());
            }
        }
        SortedMap<Long, Integer> facts = counts.cases();
        card(texts, seed, facts.size()).writeWith(models.resolve(file()), WordFacts.bytes(facts));
    }

    private ModelCard card(List<Path> texts, long seed, int words) {
        return new ModelCard(
                "English words, and how they are written",
                "Tells names from other words where case does not: in headlines, at the beginning of"
                        + " sentences. Knows "
                        + words
                        + " words.",
                texts.stream().map(text -> text.getFileName().toString()).toList(),
                "Apache-2.0",
                today,
                seed,
                List.of(),
                List.of("Learned from news of 2012 to 2022, mostly of the United States."));
    }
}
