package newspulse.engine;

import newspulse.engine.language.Language;
import newspulse.engine.linear.Features;
import newspulse.engine.text.Document;
import newspulse.engine.tone.Tone;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Explanation;
import newspulse.model.Figure;
import newspulse.model.Provenance;
import newspulse.model.SubjectScore;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The engine that needs nothing but its model files: it says language, tone, subjects, entities,
/// keywords and importance in some hundred microseconds, and keeps nothing of an article. Tone,
/// subjects and entities it knows of English and Korean articles; of others it says nothing rather
/// than guess, but for the countries that they name. How often it is right stands in
/// `docs/models.md`.
public final class LocalEngine implements Engine {
    private static final double NANOS_PER_MILLI = 1e6;

    private final LocalModels models;
    private final String version;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /// Takes the models it answers by.
    ///
    /// @param clock says when an article was analysed
    /// @param nanos a ticker, only differences of which matter: `System::nanoTime`
    /// @param label stands before the name of the models in every answer, to tell deployments apart
    public LocalEngine(
            LocalModels models, InstantSource clock, LongSupplier nanos, Optional<String> label) {
        this.models = models;
        this.clock = clock;
        this.nanos = nanos;
        version = label.map(text -> text + "+").orElse("") + models.version();
    }

    @Override
    public Analysis analyze(Article article) {
        long start = nanos.getAsLong();
        Document document = Document.of(article);
        Language language = models.languages().identify(document);
        LanguageModels own = models.of(language.code());
        Tone tone = Tone.UNKNOWN;
        List<SubjectScore> subjects = List.of();
        if (own != null) {
            Features features = Features.of(document, own.grams());
            tone = own.tone().of(document, features);
            subjects = own.subjects().of(document, features);
        }
        List<Entity> entities = models.entities().of(document, language.code());
        List<String> keywords = models.keywords().of(document, language.code());
        double importance = models.importance().of(article, document, tone.peak()).sum();
        double millis = Math.max(0, nanos.getAsLong() - start) / NANOS_PER_MILLI;
        return new Analysis(
                tone.label(),
                Figure.rounded(tone.score()),
                Figure.rounded(tone.confidence()),
                keywords,
                language.code(),
                Figure.rounded(language.confidence()),
                entities,
                subjects,
                Figure.rounded(importance),
                clock.instant(),
                version,
                millis,
                Provenance.ALL_LOCAL);
    }

    @Override
    public Explanation explain(Article article, Analysis analysis) {
        return new Explainer(models, article, analysis).explanation();
    }

    /// Four decimals tell all that a model can.
    @Override
    public String modelVersion() {
        return version;
    }
}
