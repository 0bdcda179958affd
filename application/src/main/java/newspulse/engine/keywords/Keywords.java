package newspulse.engine.keywords;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.files.TermLine;
import newspulse.engine.language.Language;
import newspulse.engine.text.Document;

import java.util.ArrayList;
import java.util.List;

/// The words and phrases that tell most of an article, by its language: at most ten, in lower case,
/// the most telling first.
public final class Keywords {
    private final EnglishKeywords english;
    private final SpacedKeywords spaced;
    private final KoreanKeywords korean;

    /// Reads the lists and tables of all languages.
    public Keywords(ModelFiles files) {
        List<TermLine> englishStops = files.lines("en/stopwords.txt");
        List<TermLine> stops = new ArrayList<>(files.lines("latin-words.tsv"));
        stops.addAll(englishStops);
        spaced = new SpacedKeywords(stops);
        WordStatistics statistics = WordStatistics.read(files.bytes("en/words.model"));
        english =
                new EnglishKeywords(
                        new EnglishWords(englishStops, files.lines("en/classes.tsv"), statistics),
                        statistics);
        korean =
                new KoreanKeywords(
                        new KoreanEndings(files.lines("ko/endings.tsv")),
                        files.lines("ko/stopwords.txt"));
    }

    /// The keywords of a document; none where it has nothing to say.
    ///
    /// @param language as [newspulse.engine.language.LanguageIdentifier] gives it
    public List<String> of(Document document, String language) {
        return switch (language) {
            case Language.ENGLISH -> english.of(document);
            case Language.KOREAN -> korean.of(document);
            case Language.JAPANESE -> HanKeywords.of(document, false);
            case Language.CHINESE -> HanKeywords.of(document, true);
            default -> spaced.of(document);
        };
    }
}
