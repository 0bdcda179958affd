package newspulse.provider.huggingface;

import newspulse.engine.keywords.Keywords;
import newspulse.engine.language.LanguageIdentifier;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.model.Article;
import newspulse.provider.checked.ArticleText;
import newspulse.provider.checked.ArticleText.Piece;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The local engine's keywords of every few sentences: many more than those of the whole, and each
/// a phrase of the language, whichever it is.
public final class PassageKeywords implements KeywordCandidates {
    private static final int MOST = 48;
    private static final int SENTENCES = 2;

    private final Keywords keywords;
    private final LanguageIdentifier languages;

    public PassageKeywords(Keywords keywords, LanguageIdentifier languages) {
        this.keywords = keywords;
        this.languages = languages;
    }

    @Override
    public List<String> of(Article article) {
        Document whole = Document.of(article);
        String language = languages.identify(whole).code();
        Set<String> candidates = new LinkedHashSet<>(keywords.of(whole, language));
        for (Piece piece : ArticleText.of(article).pieces()) {
            Tokens tokens = Tokenizer.tokenize(piece.text());
            for (int from = 0; from < tokens.count() && candidates.size() < MOST; ) {
                int to = from;
                for (int i = 0; i < SENTENCES && to < tokens.count(); i++) {
                    to = tokens.sentenceEnd(to);
                }
                int end = to < tokens.count() ? tokens.start(to) : piece.text().length();
                String passage = piece.text().substring(tokens.start(from), end);
                Document document = new Document(Tokenizer.tokenize(passage), List.of());
                candidates.addAll(keywords.of(document, language));
                from = to;
            }
        }
        return candidates.stream().limit(MOST).toList();
    }
}
