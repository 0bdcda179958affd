package newspulse.engine.entities;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.files.TermLine;
import newspulse.engine.language.Language;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.model.Analysis;
import newspulse.model.Entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Finds who and what an article names: in English and Korean with a model each, in other languages
/// countries alone. Thread-safe.
public final class EntityRecognizer {
    public static final String ENGLISH_MODEL = "en/entities.model";
    public static final String ENGLISH_WORDS = "en/entities.words";
    public static final String ENGLISH_NAMES = "en/names.tsv";
    public static final String ENGLISH_ACRONYMS = "en/acronyms.tsv";
    public static final String KOREAN_MODEL = "ko/entities.model";
    public static final String KOREAN_WORDS = "ko/entities.words";
    public static final String KOREAN_NAMES = "ko/names.tsv";

    private final Gazetteer englishNames;
    private final SyllableNames koreanNames;
    private final Acronyms acronyms;
    private final SequenceTagger english;
    private final SequenceTagger korean;

    /// By language, made when the first article of it comes: each takes some milliseconds.
    private final Map<String, PlaceNames> places = new ConcurrentHashMap<>();

    /// Reads the models.
    ///
    /// @throws IllegalStateException when a file is damaged
    public EntityRecognizer(ModelFiles files) {
        List<TermLine> englishLines = files.lines(ENGLISH_NAMES);
        List<TermLine> koreanLines = files.lines(KOREAN_NAMES);
        englishNames = new Gazetteer(englishLines);
        koreanNames = new SyllableNames(koreanLines);
        acronyms = new Acronyms(files.lines(ENGLISH_ACRONYMS));
        WordFacts words = WordFacts.read(ENGLISH_WORDS, files.bytes(ENGLISH_WORDS));
        english =
                new SequenceTagger(
                        new EnglishSequences(englishNames, words),
                        SequenceModel.read(ENGLISH_MODEL, files.bytes(ENGLISH_MODEL)));
        korean =
                new SequenceTagger(
                        new KoreanSequences(
                                koreanLines,
                                WordFacts.read(KOREAN_WORDS, files.bytes(KOREAN_WORDS))),
                        SequenceModel.read(KOREAN_MODEL, files.bytes(KOREAN_MODEL)));
    }

    /// The entities of a document, most salient first.
    ///
    /// @param language ISO 639-1, or `und`
    public List<Entity> of(Document document, String language) {
        List<Span> spans = mentions(document, language);
        return spans.isEmpty() ? List.of() : new EntityList(document, englishNames).of(spans);
    }

    /// Every mention that a reader is told of, in reading order; none overlaps another.
    public List<Span> mentions(Document document, String language) {
        return switch (language) {
            case Language.ENGLISH -> new Consistency(document, englishSpans(document)).recalled();
            case Language.KOREAN -> new Consistency(document, korean.tag(document)).agreed();
            case Analysis.UNDETERMINED -> List.of();
            default -> places.computeIfAbsent(language, PlaceNames::of).in(document);
        };
    }

    private List<Span> englishSpans(Document document) {
        List<Span> spans = acronyms.applied(document, english.tag(document));
        return new BodyWords(document, englishNames).taken(spans);
    }

    /// Every span of every kind that the language's model marks, as the model has it.
    public List<Span> marked(Document document, String language) {
        return switch (language) {
            case Language.ENGLISH -> english.tag(document);
            case Language.KOREAN -> korean.tag(document);
            default -> List.of();
        };
    }

    /// Why each mention is one.
    public List<Explained> explain(Document document, String language) {
        List<Explained> all = new ArrayList<>();
        for (Span span : mentions(document, language)) {
            String text = document.part(span.part()).text.substring(span.start(), span.end());
            all.add(
                    new Explained(
                            text,
                            span.kind().name(),
                            classes(text, language),
                            span.margin(),
                            span.recalled()));
        }
        return all;
    }

    private List<String> classes(String text, String language) {
        int known;
        if (!language.equals(Language.ENGLISH) && !language.equals(Language.KOREAN)) {
            known = NameClass.COUNTRY.bit();
        } else if (language.equals(Language.KOREAN)) {
            long found = koreanNames.longest(text, 0, text.length());
            known = (int) found == text.length() ? (int) (found >>> Integer.SIZE) : 0;
        } else {
            Tokens words = Tokenizer.tokenize(text);
            int[] marks = new int[words.count()];
            englishNames.mark(words, 0, words.count(), marks);
            known = marks.length == 0 ? 0 : marks[0];
        }
        List<String> classes = new ArrayList<>();
        for (NameClass each : NameClass.values()) {
            if ((known & each.bit()) != 0) {
                classes.add(each.name().toLowerCase(Locale.ROOT));
            }
        }
        return classes;
    }
}
