package newspulse.provider.huggingface;

import newspulse.provider.checked.ArticleText;

import java.util.stream.Collectors;

/// The one text that a classifier gets: the article's fields, each on a line.
final class ArticleInput {
    /// Never within a field: runs of white space are one space there.
    static final char SEPARATOR = '\n';

    private ArticleInput() {}

    static String of(ArticleText article) {
        return article.pieces().stream()
                .map(ArticleText.Piece::text)
                .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }
}
