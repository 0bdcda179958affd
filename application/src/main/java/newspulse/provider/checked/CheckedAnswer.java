package newspulse.provider.checked;

import newspulse.engine.keywords.KeywordList;
import newspulse.model.Analysis;
import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;
import newspulse.provider.PartAnswer;
import newspulse.provider.checked.ArticleText.Piece;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes answers of what a model says about one article, or refuses them. Whatever the article's
/// text talked the model into, what passes here is of the taxonomy, within its bounds, and of the
/// article's own words.
public final class CheckedAnswer {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEYWORD = 60;

    /// Of one answer.
    public static final int MOST_NAMES = 50;

    private final ArticleText article;

    public CheckedAnswer(ArticleText article) {
        this.article = article;
    }

    /// A tone, by the label of a sentiment.
    ///
    /// @param score -1..1, of the sentiment's sign
    /// @param confidence 0..1
    public PartAnswer.Tone tone(String label, double score, double confidence)
            throws BrokenRuleException {
        Sentiment sentiment = null;
        for (Sentiment one : Sentiment.values()) {
            if (one != Sentiment.UNKNOWN && one.label().equals(label)) {
                sentiment = one;
            }
        }
        if (sentiment == null) {
            throw new BrokenRuleException("the sentiment is none of ours");
        }
        if (!(score >= -1 && score <= 1) || !(confidence >= 0 && confidence <= 1)) {
            throw new BrokenRuleException("a sentiment's figure is out of its bounds");
        }
        boolean contradicts =
                (sentiment == Sentiment.POSITIVE && score < 0)
                        || (sentiment == Sentiment.NEGATIVE && score > 0);
        if (contradicts) {
            throw new BrokenRuleException("the sentiment and its score contradict each other");
        }
        return new PartAnswer.Tone(sentiment, score, confidence);
    }

    /// The subject of a label of the taxonomy.
    public static Subject subject(String label) throws BrokenRuleException {
        for (Subject subject : Subject.values()) {
            if (subject.label().equals(label)) {
                return subject;
            }
        }
        throw new BrokenRuleException("a topic is not of the taxonomy");
    }

    /// A subject and its score, which must be in 0..1.
    public static SubjectScore subject(Subject subject, double score) throws BrokenRuleException {
        if (!(score >= 0 && score <= 1)) {
            throw new BrokenRuleException("a topic's score is out of its bounds");
        }
        return new SubjectScore(subject, score);
    }

    /// Subjects, at least one and none twice, in the order of their scores.
    public PartAnswer.Subjects subjects(Collection<SubjectScore> scores)
            throws BrokenRuleException {
        if (scores.isEmpty()) {
            throw new BrokenRuleException("no topic");
        }
        Set<Subject> seen = EnumSet.noneOf(Subject.class);
        for (SubjectScore score : scores) {
            if (!seen.add(score.subject())) {
                throw new BrokenRuleException("a topic twice");
            }
        }
        return new PartAnswer.Subjects(
                scores.stream()
                        .sorted(Comparator.comparingDouble(SubjectScore::score).reversed())
                        .toList());
    }

    /// Keywords in the given order. Those that the article does not have are left out, as are those
    /// that another holds; a malformed one refuses them all.
    public PartAnswer.Keywords keywords(List<String> given) throws BrokenRuleException {
        if (given.size() > Analysis.MAX_KEYWORDS) {
            throw new BrokenRuleException("more than " + Analysis.MAX_KEYWORDS + " keywords");
        }
        KeywordList list = new KeywordList();
        for (String keyword : given) {
            String plain = keyword.strip();
            if (plain.isEmpty() || plain.length() > LONGEST_KEYWORD || !PlainText.isPlain(plain)) {
                throw new BrokenRuleException("a keyword is not a short, plain phrase");
            }
            if (hasWords(plain)) {
                list.offer(plain.toLowerCase(Locale.ROOT));
            }
        }
        if (list.keywords().isEmpty()) {
            throw new BrokenRuleException("no keyword occurs in the article");
        }
        return new PartAnswer.Keywords(list.keywords());
    }

    private boolean hasWords(String phrase) {
        for (Piece piece : article.pieces()) {
            if (Occurrences.next(piece.text(), phrase, 0, true) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Entities by their names; where they stand, how often and how salient they are is found in
    /// the article. Names of one character are left out: they would be found everywhere. No entity
    /// at all is an answer too.
    public PartAnswer.Entities entities(List<EntityName> names) throws BrokenRuleException {
        if (names.size() > MOST_NAMES) {
            throw new BrokenRuleException("more than " + MOST_NAMES + " entities");
        }
        for (EntityName name : names) {
            if (!EntityName.TYPES.contains(name.type())) {
                throw new BrokenRuleException("an entity's type is none of ours");
            }
            String text = name.text();
            if (text.length() > LONGEST_NAME || !PlainText.isPlain(text)) {
                throw new BrokenRuleException("an entity is not a short, plain name");
            }
        }
        List<EntityName> findable =
                names.stream().filter(name -> name.text().length() > 1).toList();
        return new PartAnswer.Entities(new NameMentions(article).of(findable));
    }
}
