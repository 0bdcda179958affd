package newspulse.wire;

import newspulse.model.Analysis;
import newspulse.model.Entity;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the object `analysis` of an article.
final class AnalysisReader {
    private static final int NANO_DIGITS = 9;
    private static final Map<String, Sentiment> SENTIMENTS =
            StrictReader.byLabel(Sentiment.values(), Sentiment::label);
    private static final Map<String, Subject> SUBJECTS =
            StrictReader.byLabel(Subject.values(), Subject::label);
    private static final Map<String, Part> PARTS = StrictReader.byLabel(Part.values(), Part::label);
    private static final Map<String, Entity.Field> FIELDS =
            StrictReader.byLabel(Entity.Field.values(), Entity.Field::label);

    private final StrictReader json;

    private @Nullable Sentiment sentiment;
    private double sentimentScore = Double.NaN;
    private double confidence = Double.NaN;
    private final List<String> keywords = new ArrayList<>();
    private @Nullable String language;
    private double languageConfidence = Double.NaN;
    private final List<Entity> entities = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<Subject, Double> subjectScores = new EnumMap<>(Subject.class);
    private double importance = Double.NaN;
    private @Nullable Instant analyzedAt;
    private @Nullable String modelVersion;
    private double inferenceTimeMs = Double.NaN;
    private final Map<Part, String> providers = new EnumMap<>(Part.class);
    private final Set<Part> cached = EnumSet.noneOf(Part.class);
    private long costNanoUsd = -1;
    private long tokens = -1;

    AnalysisReader(StrictReader json) {
        this.json = json;
    }

    Analysis analysis() {
        json.object("analysis", this::field);
        List<SubjectScore> scores =
                subjects.stream()
                        .map(subject ->
                                new SubjectScore(
                                        subject,
                                        StrictReader.required(
                                                "score of a topic", subjectScores.get(subject))))
                        .toList();
        return new Analysis(
                StrictReader.required("sentiment", sentiment),
                sentimentScore,
                confidence,
                keywords,
                StrictReader.required("language", language),
                languageConfidence,
                entities,
                scores,
                importance,
                StrictReader.required("analyzed_at", analyzedAt),
                StrictReader.required("model_version", modelVersion),
                inferenceTimeMs,
                new Provenance(providers, cached, costNanoUsd, tokens));
    }

    private void field(String name) {
        switch (name) {
            case "sentiment" -> sentiment = json.oneOf(name, SENTIMENTS);
            case "sentiment_score" -> sentimentScore = json.number(name);
            case "confidence" -> confidence = json.number(name);
            case "keywords" -> json.array(name, () -> keywords.add(json.text("a keyword")));
            case "language" -> language = json.text(name);
            case "language_confidence" -> languageConfidence = json.number(name);
            case "entities" -> json.array(name, () -> entities.add(entity()));
            case "topics" -> json.array(name, () -> subjects.add(json.oneOf("a topic", SUBJECTS)));
            case "topic_scores" -> json.object(name, this::subjectScore);
            case "importance_score" -> importance = json.number(name);
            case "analyzed_at" -> analyzedAt = json.instant(name);
            case "model_version" -> modelVersion = json.text(name);
            case "inference_time_ms" -> inferenceTimeMs = json.number(name);
            case "providers" -> json.object(name, this::provider);
            case "cached" -> json.array(name, () -> cached.add(json.oneOf("cached", PARTS)));
            case "cost_usd" ->
                    costNanoUsd = json.decimal(name).movePointRight(NANO_DIGITS).longValueExact();
            case "tokens" -> tokens = json.wholeNumber(name);
            default -> json.skip();
        }
    }

    private void subjectScore(String label) {
        Subject subject = SUBJECTS.get(label);
        if (subject == null) {
            json.skip();
        } else {
            subjectScores.put(subject, json.number("score of a topic"));
        }
    }

    private void provider(String label) {
        Part part = PARTS.get(label);
        if (part == null) {
            json.skip();
        } else {
            providers.put(part, json.text("a provider"));
        }
    }

    private Entity entity() {
        var read =
                new Object() {
                    @Nullable String text;
                    @Nullable String type;
                    int count;
                    double salience = Double.NaN;
                    final List<Entity.Mention> mentions = new ArrayList<>();
                };
        json.object(
                "an entity",
                field -> {
                    switch (field) {
                        case "text" -> read.text = json.text("entity.text");
                        case "type" -> read.type = json.text("entity.type");
                        case "count" -> read.count = json.integer("entity.count");
                        case "salience" -> read.salience = json.number("entity.salience");
                        case "mentions" ->
                                json.array("mentions", () -> read.mentions.add(mention()));
                        default -> json.skip();
                    }
                });
        return new Entity(
                StrictReader.required("entity.text", read.text),
                StrictReader.required("entity.type", read.type),
                read.count,
                read.salience,
                read.mentions);
    }

    private Entity.Mention mention() {
        var read =
                new Object() {
                    Entity.@Nullable Field field;
                    int start = -1;
                    int end = -1;
                };
        json.object(
                "a mention",
                name -> {
                    switch (name) {
                        case "field" -> read.field = json.oneOf("mention.field", FIELDS);
                        case "start" -> read.start = json.integer("mention.start");
                        case "end" -> read.end = json.integer("mention.end");
                        default -> json.skip();
                    }
                });
        return new Entity.Mention(
                StrictReader.required("mention.field", read.field), read.start, read.end);
    }
}
