package newspulse.engine;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.files.TermLine;
import newspulse.engine.keywords.HanKeywords;
import newspulse.engine.keywords.KoreanEndings;
import newspulse.engine.keywords.KoreanKeywords;
import newspulse.engine.keywords.SpacedKeywords;
import newspulse.engine.language.LanguageIdentifier;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.KoreanTone;
import newspulse.engine.tone.Tone;
import newspulse.engine.tone.ToneModel;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The engine that needs nothing but the files it ships with: language by script and words, tone by
/// models learned from labelled texts and by lexicons, subjects by models (English and Korean),
/// keywords by statistics of the article, importance by a formula. Each part is a pure function of
/// the article's words, so that a better one can take its place. It answers in microseconds and
/// keeps nothing between articles.
///
/// The tone of other languages is unknown, and they have no subjects; entities are empty.
/// Confidence was measured on single sentences and headlines, not on whole articles.
public final class LocalEngine implements Engine {
    /// To be raised with every change of the code that changes an answer.
    private static final String SCORING = "3";

    private static final Document NOTHING = new Document(Tokenizer.tokenize(""), List.of());

    private static final double NANOS_PER_MILLI = 1e6;

    private final LanguageIdentifier languages;
    private final ToneModel englishTone;
    private final ToneModel koreanTone;
    private final SubjectModel englishSubjects;
    private final SubjectModel koreanSubjects;
    private final SpacedKeywords spacedKeywords;
    private final KoreanKeywords koreanKeywords;
    private final Importance importance;
    private final String version;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /// Reads the model files, which takes a fifth of a second in a cold JVM: do it once, at start.
    ///
    /// @param clock says when an article was analysed
    /// @param nanos a ticker, only differences of which matter: `System::nanoTime`
    /// @param label stands before the name of the models in every answer, to tell deployments apart
    public LocalEngine(InstantSource clock, LongSupplier nanos, Optional<String> label) {
        this.clock = clock;
        this.nanos = nanos;
        ModelFiles files = new ModelFiles(SCORING, null);
        List<TermLine> englishWords = files.lines("en/words.tsv");
        List<TermLine> latinWords = files.lines("latin-words.tsv");
        languages = new LanguageIdentifier(englishWords, latinWords);
        englishTone = EnglishTone.load(files);
        koreanTone = KoreanTone.load(files);
        englishSubjects = SubjectModel.read(files.bytes("en/subjects.model"));
        koreanSubjects = SubjectModel.read(files.bytes("ko/subjects.model"));
        spacedKeywords =
                new SpacedKeywords(englishWords, files.lines("en/stopwords.txt"), latinWords);
        koreanKeywords =
                new KoreanKeywords(
                        new KoreanEndings(files.lines("ko/endings.tsv")),
                        files.lines("ko/stopwords.txt"));
        importance = new Importance(files.lines("importance.tsv"));
        version = label.map(text -> text + "+").orElse("") + "local-" + files.version();
    }

    @Override
    public Analysis analyze(Article article) {
        long start = nanos.getAsLong();
        Document document = Document.of(article);
        String language = languages.identify(document);
        Features features = features(document, language);
        Tone tone = tone(document, features, language);
        List<String> keywords = keywords(document, language);
        double weight = importance.of(article, document, tone.peak());
        List<Subject> subjects =
                subjects(document, features, language).stream().map(SubjectScore::subject).toList();
        double millis = Math.max(0, nanos.getAsLong() - start) / NANOS_PER_MILLI;
        return new Analysis(
                tone.label(),
                rounded(tone.score()),
                rounded(tone.confidence()),
                keywords,
                language,
                List.of(),
                subjects,
                rounded(weight),
                clock.instant(),
                version,
                millis);
    }

    /// Four decimals tell all that a model can.
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    /// What all linear models of the language read; of a language without any, nothing.
    private static Features features(Document document, String language) {
        return switch (language) {
            case LanguageIdentifier.ENGLISH -> Features.of(document, Grams.LETTERS);
            case LanguageIdentifier.KOREAN -> Features.of(document, Grams.SYLLABLES);
            default -> Features.of(NOTHING, Grams.LETTERS);
        };
    }

    private Tone tone(Document document, Features features, String language) {
        return switch (language) {
            case LanguageIdentifier.ENGLISH -> englishTone.of(document, features);
            case LanguageIdentifier.KOREAN -> koreanTone.of(document, features);
            default -> Tone.UNKNOWN;
        };
    }

    private List<SubjectScore> subjects(Document document, Features features, String language) {
        return switch (language) {
            case LanguageIdentifier.ENGLISH -> englishSubjects.of(document, features);
            case LanguageIdentifier.KOREAN -> koreanSubjects.of(document, features);
            default -> List.of();
        };
    }

    private List<String> keywords(Document document, String language) {
        return switch (language) {
            case LanguageIdentifier.ENGLISH -> spacedKeywords.of(document, true);
            case LanguageIdentifier.KOREAN -> koreanKeywords.of(document);
            case LanguageIdentifier.JAPANESE -> HanKeywords.of(document, false);
            case LanguageIdentifier.CHINESE -> HanKeywords.of(document, true);
            default -> spacedKeywords.of(document, false);
        };
    }

    @Override
    public String modelVersion() {
        return version;
    }
}
