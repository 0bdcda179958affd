package newspulse.provider.checked;

import newspulse.model.Article;
import newspulse.model.Entity.Field;

import java.util.ArrayList;
import java.util.List;

/// The texts of an article, in the order in which they are read.
public record ArticleText(List<Piece> pieces) {
    /// A longer run of letters is of a script that sets no words apart.
    private static final int LONGEST_WORD = 40;

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

    /// As much of it, from the beginning, as has at most `most` UTF-16 units. No character is cut
    /// in two, and no word either, which would be a name that the article does not have.
    public ArticleText first(int most) {
        List<Piece> kept = new ArrayList<>(pieces.size());
        int left = most;
        for (Piece piece : pieces) {
            String text = piece.text();
            if (text.length() > left) {
                int end = cut(text, left);
                if (end > 0) {
                    kept.add(new Piece(piece.field(), text.substring(0, end)));
                }
                break;
            }
            kept.add(piece);
            left -= text.length();
        }
        return new ArticleText(kept);
    }

    private static int cut(String text, int most) {
        int start = most;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        boolean inWord = Character.isLetterOrDigit(text.charAt(most));
        if (inWord && most - start <= LONGEST_WORD) {
            return start;
        }
        return most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    public int length() {
        return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    }
}
