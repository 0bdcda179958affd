package newspulse.provider.huggingface;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.model.SubjectScore;
import newspulse.provider.PartAnswer;
import newspulse.provider.checked.ArticleText;
import newspulse.provider.checked.BrokenRuleException;
import newspulse.provider.checked.CheckedAnswer;
import newspulse.provider.huggingface.Labels.Scored;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a model is asked for one part, and how its answer is read.
record PartQuestion(ObjectNode body, Reading reading) {
    private static final int MOST_SUBJECTS = 3;
    private static final double LEAST_SUBJECT = 0.1;

    /// By which the sum of probabilities, each rounded, may pass 1.
    private static final double ROUNDING = 0.01;

    /// Makes an answer of the JSON that came.
    @FunctionalInterface
    interface Reading {
        PartAnswer answer(JsonNode root) throws BrokenRuleException;
    }

    PartAnswer answer(JsonNode root) throws BrokenRuleException {
        return reading.answer(root);
    }

    /// The question, or null where there is nothing to ask.
    static @Nullable PartQuestion of(
            Part part,
            HuggingFaceConfig config,
            Article article,
            String text,
            KeywordCandidates candidates) {
        CheckedAnswer checked = new CheckedAnswer(ArticleText.of(article));
        return switch (part) {
            case SENTIMENT -> sentiment(config, text, checked);
            case SUBJECTS -> subjects(config, text, checked);
            case ENTITIES -> entities(config, text, checked);
            case KEYWORDS -> {
                List<String> phrases = candidates.of(article);
                yield phrases.isEmpty() ? null : keywords(phrases, text, checked);
            }
        };
    }

    private static PartQuestion sentiment(
            HuggingFaceConfig config, String text, CheckedAnswer checked) {
        ObjectNode body = body(text);
        body.putObject("parameters").put("top_k", 10);
        return new PartQuestion(
                body,
                root -> {
                    Map<String, Double> sums = named(Labels.read(root), config.sentiments());
                    double positive = sums.getOrDefault("positive", 0.0);
                    double negative = sums.getOrDefault("negative", 0.0);
                    double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
                    if (all == 0 || all > 1 + ROUNDING) {
                        throw new BrokenRuleException("the labels' scores are no probabilities");
                    }
                    String best = best(sums);
                    double score = (positive - negative) / all;
                    return checked.tone(best, score, Math.min(1, sums.getOrDefault(best, 0.0)));
                });
    }

    private static PartQuestion subjects(
            HuggingFaceConfig config, String text, CheckedAnswer checked) {
        ObjectNode body = body(text);
        ObjectNode parameters = body.putObject("parameters");
        if (config.zeroShot()) {
            ArrayNode labels = parameters.putArray("candidate_labels");
            CommonLabels.SUBJECTS.forEach(label -> labels.add(CommonLabels.inWords(label)));
            parameters.put("multi_label", false);
        } else {
            parameters.put("top_k", 20);
        }
        return new PartQuestion(
                body,
                root -> {
                    Map<String, Double> sums = named(Labels.read(root), config.subjects());
                    List<SubjectScore> scores = new ArrayList<>();
                    for (Map.Entry<String, Double> one : sums.entrySet()) {
                        scores.add(
                                CheckedAnswer.subject(
                                        CheckedAnswer.subject(one.getKey()),
                                        Math.min(1, one.getValue())));
                    }
                    List<SubjectScore> sorted = checked.subjects(scores).scores();
                    return new PartAnswer.Subjects(
                            sorted.stream()
                                    .filter(one ->
                                            one.score() >= LEAST_SUBJECT
                                                    || one.equals(sorted.getFirst()))
                                    .limit(MOST_SUBJECTS)
                                    .toList());
                });
    }

    private static PartQuestion entities(
            HuggingFaceConfig config, String text, CheckedAnswer checked) {
        ObjectNode body = body(text);
        body.putObject("parameters").put("aggregation_strategy", "simple");
        EntitySpans spans = new EntitySpans(text, config.entities());
        return new PartQuestion(body, root -> checked.entities(spans.read(root)));
    }

    private static PartQuestion keywords(List<String> phrases, String text, CheckedAnswer checked) {
        ObjectNode body = Json.mapper().createObjectNode();
        ArrayNode inputs = body.putArray("inputs");
        inputs.add(text);
        phrases.forEach(inputs::add);
        return new PartQuestion(
                body,
                root -> {
                    List<Integer> order = Embeddings.read(root, phrases.size() + 1).mostLikeFirst();
                    List<String> best =
                            order.stream()
                                    .limit(Analysis.MAX_KEYWORDS)
                                    .map(i -> phrases.get(i - 1))
                                    .toList();
                    return checked.keywords(best);
                });
    }

    private static ObjectNode body(String text) {
        return Json.mapper().createObjectNode().put("inputs", text);
    }

    private static Map<String, Double> named(List<Scored> labels, LabelMap map)
            throws BrokenRuleException {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Scored scored : labels) {
            String name = map.name(scored.label());
            if (!name.equals(LabelMap.IGNORED)) {
                sums.merge(name, scored.score(), Double::sum);
            }
        }
        return sums;
    }

    private static String best(Map<String, Double> sums) {
        String best = "";
        double most = -1;
        for (Map.Entry<String, Double> one : sums.entrySet()) {
            if (one.getValue() > most) {
                best = one.getKey();
                most = one.getValue();
            }
        }
        return best;
    }
}
