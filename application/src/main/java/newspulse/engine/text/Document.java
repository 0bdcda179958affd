package newspulse.engine.text;

import newspulse.model.Article;

import java.util.ArrayList;
import java.util.List;

/// The texts of an article, split into words: the title, and the parts of the body in reading
/// order. A description that the content repeats is left out.
public record Document(Tokens title, List<Tokens> body) {
    public static Document of(Article article) {
        List<Tokens> body = new ArrayList<>(2);
        String description = article.description();
        String content = article.content();
        if (description != null && (content == null || !content.startsWith(description))) {
            body.add(Tokenizer.tokenize(description));
        }
        if (content != null) {
            body.add(Tokenizer.tokenize(content));
        }
        return new Document(Tokenizer.tokenize(article.title()), body);
    }

    public int words() {
        int words = title.count();
        for (Tokens tokens : body) {
            words += tokens.count();
        }
        return words;
    }
}
