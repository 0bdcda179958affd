package newspulse.provider.checked;

import newspulse.model.Article;
import newspulse.model.Entity.Field;

import java.util.ArrayList;
import java.util.List;

/// The texts of an article, in the order in which they are read.
public record ArticleText(List<Piece> pieces) {
    public ArticleText {
        pieces = List.copyOf(pieces);
    }

    /// The text of one field.
    public record Piece(Field field, String text) {}

    /// All texts; none that is missing or empty.
    public static ArticleText of(Article article) {
        List<Piece> pieces = new ArrayList<>(3);
        pieces.add(new Piece(Field.TITLE, article.title()));
        String description = article.description();
        if (description != null && !description.isEmpty()) {
            pieces.add(new Piece(Field.DESCRIPTION, description));
        }
        String content = article.content();
        if (content != null && !content.isEmpty()) {
            pieces.add(new Piece(Field.CONTENT, content));
        }
        return new ArticleText(pieces);
    }

    /// As much of it, from the beginning, as has at most `most` UTF-16 units; no character is cut
    /// in two.
    public ArticleText first(int most) {
        List<Piece> kept = new ArrayList<>(pieces.size());
        int left = most;
        for (Piece piece : pieces) {
            String text = piece.text();
            if (text.length() > left) {
                int end =
                        left > 0 && Character.isHighSurrogate(text.charAt(left - 1))
                                ? left - 1
                                : left;
                text = text.substring(0, end);
            }
            if (!text.isEmpty()) {
                kept.add(new Piece(piece.field(), text));
            }
            left -= text.length();
        }
        return new ArticleText(kept);
    }

    public int length() {
        return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    }
}
