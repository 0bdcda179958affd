package newspulse.training.subjects;

import newspulse.training.DataSet;
import newspulse.training.ModelCard;

import java.time.LocalDate;
import java.util.List;

/// What the models were made of, and what is to be known of them.
final class SubjectData {
    static final List<DataSet> ENGLISH =
            List.of(
                    set(
                            "News Category Dataset (HuffPost), training part",
                            "topic/huffpost.train.tsv",
                            "CC-BY-4.0"),
                    set("UCI News Aggregator, training part", "topic/uci4.train.tsv", "CC-BY-4.0"),
                    set(
                            "SEntFiN, training part, as business",
                            "sentiment/sentfin.train.tsv",
                            "MIT"),
                    set(
                            "Clickbait, training part, as other sources",
                            "topic/clickbait.train.tsv",
                            "MIT"),
                    set("NewsMTSC, as other sources", "sentiment/newsmtsc.train.tsv", "MIT"));

    static final List<DataSet> KOREAN =
            List.of(
                    new DataSet(
                            "KLUE-TC, training part",
                            "topic/klue-tc.train.tsv",
                            "CC-BY-SA-4.0",
                            DataSet.Use.SHARE_ALIKE));

    /// When what the models are made of last changed; not the day of training, so that the same
    /// data give the same card.
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    private SubjectData() {}

    private static DataSet set(String name, String path, String licence) {
        return new DataSet(name, path, licence, DataSet.Use.TRAINING);
    }

    private static List<String> lines(List<DataSet> sets) {
        return sets.stream().map(set -> set.name() + " (" + set.licence() + ")").toList();
    }

    static ModelCard englishCard(long seed) {
        return new ModelCard(
                "Subjects of English news",
                "Says which of nine subjects an English article is about.",
                lines(ENGLISH),
                "Apache-2.0",
                DATE,
                seed,
                List.of(),
                List.of(
                        "Environment and health rest on few labelled texts and on our own terms.",
                        "Labels are sections of publishers: one for each text, often arguable.",
                        "Texts that are no news are known by few examples of our own."));
    }

    static ModelCard koreanCard(long seed) {
        return new ModelCard(
                "Subjects of Korean news",
                "Says which of nine subjects a Korean article is about.",
                lines(KOREAN),
                "CC-BY-SA-4.0",
                DATE,
                seed,
                List.of(),
                List.of(
                        "Health and environment have no labelled texts: our own terms are all.",
                        "Learned from headlines of one agency; whole articles were not measured."));
    }
}
