package newspulse.provider.huggingface;

import newspulse.model.Subject;
import newspulse.provider.checked.EntityName;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The labels that models commonly have. `LABEL_0` and the like are not among them: what they mean
/// differs from model to model, so that has to be configured.
final class CommonLabels {
    static final List<String> SENTIMENTS = List.of("positive", "neutral", "negative");
    static final List<String> SUBJECTS =
            Arrays.stream(Subject.values()).map(Subject::label).toList();

    private CommonLabels() {}

    static LabelMap sentiments() {
        return new LabelMap(
                Map.ofEntries(
                        Map.entry("positive", "positive"),
                        Map.entry("very positive", "positive"),
                        Map.entry("pos", "positive"),
                        Map.entry("neutral", "neutral"),
                        Map.entry("neu", "neutral"),
                        Map.entry("negative", "negative"),
                        Map.entry("very negative", "negative"),
                        Map.entry("neg", "negative"),
                        Map.entry("1 star", "negative"),
                        Map.entry("2 stars", "negative"),
                        Map.entry("3 stars", "neutral"),
                        Map.entry("4 stars", "positive"),
                        Map.entry("5 stars", "positive")));
    }

    static LabelMap subjects() {
        Map<String, String> names = new HashMap<>();
        SUBJECTS.forEach(label -> names.put(label, label));
        SUBJECTS.forEach(label -> names.put(inWords(label), label));
        return new LabelMap(names);
    }

    /// A label of ours as a zero-shot model is asked for it: `science and technology`.
    static String inWords(String label) {
        return label.replace("-", " and ");
    }

    /// CoNLL's, OntoNotes' and KLUE's.
    static LabelMap entities() {
        Map<String, String> names = new HashMap<>();
        EntityName.TYPES.forEach(type -> names.put(type.toLowerCase(Locale.ROOT), type));
        List.of("per", "ps").forEach(label -> names.put(label, "PERSON"));
        List.of("org", "og").forEach(label -> names.put(label, "ORGANIZATION"));
        List.of("loc", "lc", "gpe", "fac").forEach(label -> names.put(label, "LOCATION"));
        List.of(
                        "o",
                        "misc",
                        "norp",
                        "product",
                        "event",
                        "work_of_art",
                        "law",
                        "language",
                        "date",
                        "time",
                        "percent",
                        "money",
                        "quantity",
                        "ordinal",
                        "cardinal",
                        "dt",
                        "ti",
                        "qt")
                .forEach(label -> names.put(label, LabelMap.IGNORED));
        return new LabelMap(names);
    }
}
