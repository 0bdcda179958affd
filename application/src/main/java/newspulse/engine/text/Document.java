package newspulse.engine.text;

import newspulse.model.Article;
import newspulse.model.Entity.Field;

import java.util.ArrayList;
import java.util.List;

/// The texts of an article, split into words: the title, and the parts of the body in reading
/// order. A description that the content repeats is left out.
///
/// @param described whether the first part of the body is the description
/// @param repeated how many UTF-16 units at the beginning of the content are the description too
public record Document(Tokens title, List<Tokens> body, boolean described, int repeated) {
    public Document {
        body = List.copyOf(body);
    }

    /// A document whose body, where it has several parts, begins with the description.
    public Document(Tokens title, List<Tokens> body) {
        this(title, body, body.size() > 1, 0);
    }

    public static Document of(Article article) {
        List<Tokens> body = new ArrayList<>(2);
        String description = article.description();
        String content = article.content();
        int repeated = 0;
        boolean described = false;
        if (description != null) {
            if (content != null && content.startsWith(description)) {
                repeated = description.length();
            } else {
                body.add(Tokenizer.tokenize(description));
                described = true;
            }
        }
        if (content != null) {
            body.add(Tokenizer.tokenize(content));
        }
        return new Document(Tokenizer.tokenize(article.title()), body, described, repeated);
    }

    public int words() {
        int words = title.count();
        for (Tokens tokens : body) {
            words += tokens.count();
        }
        return words;
    }

    /// How many parts there are, the title among them.
    public int parts() {
        return body.size() + 1;
    }

    /// A part: 0 is the title, the others are the body's from 1.
    public Tokens part(int part) {
        return part == 0 ? title : body.get(part - 1);
    }

    /// The field of the article that a part is the text of.
    public Field field(int part) {
        if (part == 0) {
            return Field.TITLE;
        }
        return part == 1 && described ? Field.DESCRIPTION : Field.CONTENT;
    }
}
