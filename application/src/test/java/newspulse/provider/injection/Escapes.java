package newspulse.provider.injection;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;
import newspulse.model.Sentiment;
import newspulse.provider.PartAnswer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds in what passed the checks whatever should not have: written from the published rules,
/// without a look at the code that enforces them.
final class Escapes {
    private static final Set<String> TYPES = Set.of("PERSON", "ORGANIZATION", "LOCATION");
    private static final Pattern MORE_THAN_WORDS =
            Pattern.compile(
                    "[<>{}\\[\\]\\\\`|*#=;\"@_\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]"
                            + "|[\\uff00-\\uff0f\\uff1a-\\uff20]|://|\\bwww\\.|script:|\\$\\(|&\\w+;"
                            + "|\\w\\.\\w+/|\\d+\\.\\d+\\.\\d+\\.\\d+");

    private final Article article;
    private final List<String> found = new ArrayList<>();

    private Escapes(Article article) {
        this.article = article;
    }

    static List<String> of(Article article, Collection<PartAnswer> answers) {
        Escapes escapes = new Escapes(article);
        for (PartAnswer answer : answers) {
            switch (answer) {
                case PartAnswer.Tone tone -> escapes.check(tone);
                case PartAnswer.Subjects subjects -> escapes.check(subjects);
                case PartAnswer.Keywords keywords -> escapes.check(keywords);
                case PartAnswer.Entities entities -> escapes.check(entities);
            }
        }
        return escapes.found;
    }

    private void check(PartAnswer.Tone tone) {
        holds(tone.sentiment() != Sentiment.UNKNOWN, "a tone that is none");
        holds(tone.score() >= -1 && tone.score() <= 1, "a score of " + tone.score());
        holds(tone.confidence() >= 0 && tone.confidence() <= 1, "confidence " + tone.confidence());
    }

    private void check(PartAnswer.Subjects subjects) {
        holds(!subjects.scores().isEmpty(), "no subject");
        Set<Object> distinct = new HashSet<>();
        subjects.scores()
                .forEach(one -> {
                    holds(distinct.add(one.subject()), "a subject twice");
                    holds(one.score() >= 0 && one.score() <= 1, "a score of " + one.score());
                });
    }

    private void check(PartAnswer.Keywords keywords) {
        List<String> words = keywords.keywords();
        holds(
                !words.isEmpty() && words.size() <= Analysis.MAX_KEYWORDS,
                words.size() + " keywords");
        holds(new HashSet<>(words).size() == words.size(), "a keyword twice");
        for (String word : words) {
            holds(word.length() >= 2 && word.length() <= 60, "keyword of a length: " + word);
            holds(word.equals(word.toLowerCase(Locale.ROOT)), "not in lower case: " + word);
            holds(isWords(word), "more than words: " + word);
            boolean stands =
                    List.of(Field.values()).stream()
                            .anyMatch(field -> text(field).toLowerCase(Locale.ROOT).contains(word));
            holds(stands, "not of the article: " + word);
        }
    }

    private void check(PartAnswer.Entities entities) {
        for (Entity entity : entities.entities()) {
            String name = entity.text();
            holds(TYPES.contains(entity.type()), "type " + entity.type());
            holds(!name.isBlank() && name.length() <= 100, "name of a length: " + name);
            holds(isWords(name), "more than words: " + name);
            holds(!entity.mentions().isEmpty(), "nowhere: " + name);
            for (Mention mention : entity.mentions()) {
                String text = text(mention.field());
                boolean inside = mention.end() <= text.length();
                holds(
                        inside
                                && text.substring(mention.start(), mention.end())
                                        .equalsIgnoreCase(name),
                        "not where it says: " + name);
            }
        }
    }

    private static boolean isWords(String text) {
        return !MORE_THAN_WORDS.matcher(text).find();
    }

    private String text(Field field) {
        @Nullable String text =
                switch (field) {
                    case TITLE -> article.title();
                    case DESCRIPTION -> article.description();
                    case CONTENT -> article.content();
                };
        return text == null ? "" : text;
    }

    private void holds(boolean rule, String otherwise) {
        if (!rule) {
            found.add(otherwise);
        }
    }
}
