package newspulse.training.entities;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Documents of labelled files: those that a file marks, cut to [#MOST_SENTENCES] sentences, or its
/// sentences where it marks none. The first sentence is the title, each other a part of the body.
final class LabelledCorpus {
    private static final int MOST_SENTENCES = 12;
    private static final String ARTICLE = "the ";

    private LabelledCorpus() {}

    /// How a copy of a sentence is written.
    enum Style {
        AS_IS,
        TITLE,
        UPPER
    }

    /// A document's sentences as texts.
    static List<List<SentenceText>> read(Path file, boolean spaced, int mostSentences)
            throws IOException {
        List<ConllFile.Sentence> sentences = ConllFile.read(file);
        boolean marked = sentences.stream().filter(ConllFile.Sentence::startsDocument).count() > 1;
        List<List<SentenceText>> documents = new ArrayList<>();
        for (ConllFile.Sentence sentence : sentences) {
            boolean full =
                    documents.isEmpty() || documents.getLast().size() >= mostSentences || !marked;
            if (full || sentence.startsDocument()) {
                documents.add(new ArrayList<>());
            }
            documents.getLast().add(SentenceText.of(sentence, spaced));
        }
        return documents;
    }

    static List<List<SentenceText>> read(Path file, boolean spaced) throws IOException {
        return read(file, spaced, MOST_SENTENCES);
    }

    /// The sentences as a document.
    static LabelledDocument document(List<SentenceText> sentences) {
        List<Tokens> parts = new ArrayList<>();
        List<LabelledDocument.Gold> spans = new ArrayList<>();
        for (SentenceText sentence : sentences) {
            for (LabelledDocument.Gold gold : sentence.spans()) {
                spans.add(
                        new LabelledDocument.Gold(
                                parts.size(), gold.start(), gold.end(), gold.kind()));
            }
            parts.add(Tokenizer.tokenize(sentence.text()));
        }
        return new LabelledDocument(
                new Document(parts.getFirst(), parts.subList(1, parts.size())), spans);
    }

    /// The sentences as a document of a title and one text.
    static LabelledDocument running(List<SentenceText> sentences) {
        StringBuilder text = new StringBuilder();
        List<LabelledDocument.Gold> spans = new ArrayList<>(sentences.getFirst().spans());
        for (SentenceText sentence : sentences.subList(1, sentences.size())) {
            text.append(text.isEmpty() ? "" : " ");
            int at = text.length();
            for (LabelledDocument.Gold gold : sentence.spans()) {
                spans.add(
                        new LabelledDocument.Gold(
                                1, at + gold.start(), at + gold.end(), gold.kind()));
            }
            text.append(sentence.text());
        }
        Tokens title = Tokenizer.tokenize(sentences.getFirst().text());
        return new LabelledDocument(
                new Document(title, List.of(Tokenizer.tokenize(text.toString())), false, 0), spans);
    }

    /// The same with names that do without their article: `Bank of England`, but `The Hague`.
    static List<SentenceText> withoutArticles(List<SentenceText> sentences) {
        return sentences.stream()
                .map(sentence ->
                        new SentenceText(
                                sentence.text(),
                                sentence.spans().stream()
                                        .map(gold -> withoutArticle(sentence.text(), gold))
                                        .toList()))
                .toList();
    }

    private static LabelledDocument.Gold withoutArticle(String text, LabelledDocument.Gold gold) {
        boolean article = text.regionMatches(true, gold.start(), ARTICLE, 0, ARTICLE.length());
        int start = gold.start() + ARTICLE.length();
        return !article || start >= gold.end() || text.startsWith("Hague", start)
                ? gold
                : new LabelledDocument.Gold(gold.part(), start, gold.end(), gold.kind());
    }

    /// A copy of the sentences in the style of headlines, each by lot.
    static List<SentenceText> restyled(List<SentenceText> sentences, SplittableRandom random) {
        return sentences.stream().map(sentence -> restyled(sentence, random.nextInt(5))).toList();
    }

    private static SentenceText restyled(SentenceText sentence, int lot) {
        Style style = lot < 2 ? Style.UPPER : lot < 4 ? Style.TITLE : Style.AS_IS;
        return new SentenceText(written(sentence.text(), style), sentence.spans());
    }

    private static String written(String text, Style style) {
        if (style == Style.AS_IS) {
            return text;
        }
        char[] units = text.toCharArray();
        for (int i = 0; i < units.length; i++) {
            boolean first = i == 0 || units[i - 1] == ' ' || units[i - 1] == '"';
            if (first || style == Style.UPPER) {
                units[i] = Character.toUpperCase(units[i]);
            }
        }
        return new String(units);
    }
}
