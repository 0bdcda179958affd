package newspulse.provider.chain;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.model.SubjectScore;
import newspulse.provider.PartAnswer;
import newspulse.provider.Usage;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts answers in the place of the local ones.
final class Merge {
    private static final int MAX_VERSION = 200;

    /// An answer, and who gave it.
    ///
    /// @param version of the provider
    record Given(PartAnswer answer, String provider, String version, boolean isCached) {}

    private Merge() {}

    /// Whether an answer to a part keeps every rule of an analysis of this article.
    static boolean isUsable(Article article, Analysis local, Part part, PartAnswer answer) {
        try {
            return answer.part() == part && isWithin(article, with(local, answer), part);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The local analysis with what was given; the rest stays, and so do its times when nothing
    /// was.
    static Analysis of(
            Analysis local, Map<Part, Given> given, Usage usage, Instant now, double tookMs) {
        Analysis merged = local;
        Map<Part, String> providers = new EnumMap<>(local.provenance().providers());
        Set<Part> cached = EnumSet.noneOf(Part.class);
        Set<String> versions = new LinkedHashSet<>();
        for (Map.Entry<Part, Given> one : given.entrySet()) {
            merged = with(merged, one.getValue().answer());
            providers.put(one.getKey(), one.getValue().provider());
            versions.add(one.getValue().provider() + ":" + one.getValue().version());
            if (one.getValue().isCached()) {
                cached.add(one.getKey());
            }
        }
        return new Analysis(
                merged.sentiment(),
                merged.sentimentScore(),
                merged.confidence(),
                merged.keywords(),
                merged.language(),
                merged.languageConfidence(),
                merged.entities(),
                merged.subjects(),
                merged.importanceScore(),
                given.isEmpty() ? local.analyzedAt() : now,
                version(local.modelVersion(), versions),
                given.isEmpty() ? local.inferenceTimeMs() : local.inferenceTimeMs() + tookMs,
                new Provenance(providers, cached, usage.costNanoUsd(), usage.tokens()));
    }

    private static String version(String local, Set<String> others) {
        String all = others.isEmpty() ? local : local + "+" + String.join("+", others);
        return all.length() <= MAX_VERSION ? all : all.substring(0, MAX_VERSION);
    }

    private static boolean isWithin(Article article, Analysis analysis, Part part) {
        return part != Part.ENTITIES
                || analysis.entities().stream()
                        .flatMap(entity -> entity.mentions().stream())
                        .allMatch(mention -> mention.end() <= length(article, mention.field()));
    }

    private static int length(Article article, Entity.Field field) {
        String text =
                switch (field) {
                    case TITLE -> article.title();
                    case DESCRIPTION -> article.description();
                    case CONTENT -> article.content();
                };
        return text == null ? 0 : text.length();
    }

    private static Analysis with(Analysis to, PartAnswer answer) {
        return switch (answer) {
            case PartAnswer.Tone tone ->
                    with(to, tone, to.subjects(), to.keywords(), to.entities());
            case PartAnswer.Subjects subjects ->
                    with(to, tone(to), subjects.scores(), to.keywords(), to.entities());
            case PartAnswer.Keywords keywords ->
                    with(to, tone(to), to.subjects(), keywords.keywords(), to.entities());
            case PartAnswer.Entities entities ->
                    with(to, tone(to), to.subjects(), to.keywords(), entities.entities());
        };
    }

    private static PartAnswer.Tone tone(Analysis of) {
        return new PartAnswer.Tone(of.sentiment(), of.sentimentScore(), of.confidence());
    }

    private static Analysis with(
            Analysis to,
            PartAnswer.Tone tone,
            List<SubjectScore> subjects,
            List<String> keywords,
            List<Entity> entities) {
        return new Analysis(
                tone.sentiment(),
                tone.score(),
                tone.confidence(),
                keywords,
                to.language(),
                to.languageConfidence(),
                entities,
                subjects,
                to.importanceScore(),
                to.analyzedAt(),
                to.modelVersion(),
                to.inferenceTimeMs(),
                to.provenance());
    }
}
