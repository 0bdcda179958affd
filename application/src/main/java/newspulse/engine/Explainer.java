package newspulse.engine;

import newspulse.engine.entities.Explained;
import newspulse.engine.linear.Features;
import newspulse.engine.subjects.SubjectSpan;
import newspulse.engine.text.Document;
import newspulse.engine.tone.Tone;
import newspulse.engine.tone.ToneSpan;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Explanation;
import newspulse.model.Explanation.Reason;
import newspulse.model.Explanation.Span;
import newspulse.model.SubjectScore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says of one article why the local models answered as they did: the same models are asked again,
/// for the words that carried their answers.
final class Explainer {
    private static final int MOST_SPANS = 12;

    private final LocalModels models;
    private final Article article;
    private final Analysis analysis;
    private final Document document;
    private final List<Reason> reasons = new ArrayList<>();

    /// @param analysis what the models answered of the article
    Explainer(LocalModels models, Article article, Analysis analysis) {
        this.models = models;
        this.article = article;
        this.analysis = analysis;
        this.document = Document.of(article);
    }

    Explanation explanation() {
        add(
                "language",
                analysis.language(),
                String.format(
                        Locale.ROOT,
                        "By its scripts and sequences of letters; sure to %.2f.",
                        analysis.languageConfidence()),
                List.of());
        LanguageModels own = models.of(analysis.language());
        Tone tone = Tone.UNKNOWN;
        if (own != null) {
            Features features = Features.of(document, own.grams());
            tone = own.tone().of(document, features);
            tone(own, features);
            subjects(own, features);
        }
        entities();
        keywords();
        importance(models.importance().of(article, document, tone.peak()));
        return new Explanation(reasons);
    }

    private void tone(LanguageModels own, Features features) {
        List<Span> spans = new ArrayList<>();
        for (ToneSpan span : own.tone().explain(document, features)) {
            spans.add(span(span.field(), span.start(), span.end(), span.weight()));
        }
        add(
                "sentiment",
                analysis.sentiment().label(),
                "The words that pulled most: above 0 towards positive, below towards negative.",
                spans);
    }

    private void subjects(LanguageModels own, Features features) {
        List<SubjectSpan> all = own.subjects().explain(document, features);
        for (SubjectScore subject : analysis.subjects()) {
            List<Span> spans =
                    all.stream()
                            .filter(span -> span.subject() == subject.subject())
                            .limit(MOST_SPANS)
                            .map(at -> span(at.field(), at.start(), at.end(), at.weight()))
                            .toList();
            add(
                    "topics",
                    subject.subject().label(),
                    String.format(
                            Locale.ROOT,
                            "Likely to %.2f, by the words that spoke for it most.",
                            subject.score()),
                    spans);
        }
    }

    private void entities() {
        List<Explained> explained = models.entities().explain(document, analysis.language());
        for (Entity entity : analysis.entities()) {
            List<Span> spans =
                    entity.mentions().stream()
                            .limit(MOST_SPANS)
                            .map(at -> new Span(at.field(), at.start(), at.end(), 1))
                            .toList();
            add("entities", entity.text(), because(entity, explained), spans);
        }
    }

    private static String because(Entity entity, List<Explained> explained) {
        for (Explained one : explained) {
            if (one.text().equals(entity.text()) && one.type().equals(entity.type())) {
                String known =
                        one.classes().isEmpty()
                                ? "No list knows the name"
                                : "Known as " + String.join(", ", one.classes());
                String how =
                        one.recalled()
                                ? "the rest of the article decided that it is one here."
                                : String.format(
                                        Locale.ROOT,
                                        "the model preferred it to no name by %.1f in log-odds a"
                                                + " word.",
                                        one.margin());
                return known + "; " + how;
            }
        }
        return "Another mention of the same name in this article.";
    }

    private void keywords() {
        for (String keyword : analysis.keywords()) {
            List<Span> spans = new ArrayList<>();
            for (int part = 0; part < document.parts(); part++) {
                occurrences(keyword, part, spans);
            }
            add(
                    "keywords",
                    keyword,
                    "Stands there "
                            + (spans.size() == MOST_SPANS ? "often" : spans.size() + " times")
                            + " as it is; rare in the language, early and repeated words come first.",
                    spans);
        }
    }

    private void occurrences(String keyword, int part, List<Span> spans) {
        String text = document.part(part).text;
        for (int at = 0; at + keyword.length() <= text.length(); at++) {
            if (spans.size() < MOST_SPANS
                    && text.regionMatches(true, at, keyword, 0, keyword.length())) {
                spans.add(span(part, at, at + keyword.length(), 1));
            }
        }
    }

    private void importance(Importance.Parts parts) {
        add(
                "importance_score",
                Double.toString(analysis.importanceScore()),
                String.format(
                        Locale.ROOT,
                        "%.2f for how much text there is, %.2f for figures and names, %.2f for"
                                + " tone, %.2f for weighty words, %.2f for the source.",
                        parts.texts(),
                        parts.facts(),
                        parts.tone(),
                        parts.weight(),
                        parts.source()),
                List.of());
    }

    private Span span(int part, int start, int end, double weight) {
        return new Span(document.field(part), start, end, weight);
    }

    private void add(String answer, String value, String because, List<Span> spans) {
        reasons.add(new Reason(answer, value, because, spans));
    }
}
