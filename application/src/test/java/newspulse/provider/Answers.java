package newspulse.provider;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.model.Sentiment;
import newspulse.model.Source;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An article, its local analysis, and good answers to it.
public final class Answers {
    public static final Instant LOCALLY = Instant.parse("2026-01-02T03:04:05Z");

    private Answers() {}

    public static Article article(String id) {
        return new Article(
                id,
                new Source(null, "Tester"),
                "Borealis opens a plant in " + id,
                null,
                null,
                null,
                "https://example.com/" + id,
                null,
                LOCALLY,
                null,
                false);
    }

    public static Analysis local() {
        return new Analysis(
                Sentiment.NEUTRAL,
                0,
                0.5,
                List.of("plant"),
                "en",
                0.9,
                List.of(),
                List.of(),
                0.4,
                LOCALLY,
                "local-1",
                0.1,
                Provenance.ALL_LOCAL);
    }

    public static Answer to(Set<Part> parts, @Nullable Usage usage) {
        Map<Part, PartAnswer> all = new EnumMap<>(Part.class);
        parts.forEach(part -> all.put(part, to(part)));
        return new Answer(all, Map.of(), usage);
    }

    public static PartAnswer to(Part part) {
        return switch (part) {
            case SENTIMENT -> new PartAnswer.Tone(Sentiment.POSITIVE, 0.7, 0.8);
            case SUBJECTS ->
                    new PartAnswer.Subjects(List.of(new SubjectScore(Subject.BUSINESS, 0.9)));
            case KEYWORDS -> new PartAnswer.Keywords(List.of("borealis", "new plant"));
            case ENTITIES ->
                    new PartAnswer.Entities(
                            List.of(
                                    new Entity(
                                            "Borealis",
                                            "ORGANIZATION",
                                            1,
                                            1,
                                            List.of(
                                                    new Entity.Mention(
                                                            Entity.Field.TITLE, 0, 8)))));
        };
    }
}
