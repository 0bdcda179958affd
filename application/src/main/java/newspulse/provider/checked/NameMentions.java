package newspulse.provider.checked;

import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;
import newspulse.model.Figure;
import newspulse.provider.checked.ArticleText.Piece;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds for each name that a model gave where the article has it: whatever offsets the model
/// thinks of, these are ours. Longer names take their places first, so that one within another
/// counts only where it stands alone.
///
/// Salience, in 0..1, is as the local engine's: up to 0.5 for how often it is named (half of what
/// is left with each mention), 0.3 for being in the title, up to 0.2 for being early.
final class NameMentions {
    private static final double COUNT_WEIGHT = 0.5;
    private static final double TITLE_WEIGHT = 0.3;
    private static final double EARLY_WEIGHT = 0.2;
    private static final double HALF = 0.5;

    private static final Comparator<Entity> MOST_SALIENT =
            Comparator.comparingDouble(Entity::salience)
                    .reversed()
                    .thenComparing(Comparator.comparingInt(Entity::count).reversed())
                    .thenComparing(Entity::text);

    private final ArticleText article;
    private final Map<Field, BitSet> taken = new EnumMap<>(Field.class);

    NameMentions(ArticleText article) {
        this.article = article;
    }

    /// The entities with their mentions, most salient first.
    ///
    /// @throws BrokenRuleException when the article does not have one of the names
    List<Entity> of(Collection<EntityName> names) throws BrokenRuleException {
        Map<String, EntityName> distinct = new LinkedHashMap<>();
        names.forEach(name -> distinct.putIfAbsent(name.text(), name));
        List<EntityName> longest = new ArrayList<>(distinct.values());
        longest.sort(Comparator.comparingInt((EntityName name) -> name.text().length()).reversed());
        List<Entity> entities = new ArrayList<>(longest.size());
        for (EntityName name : longest) {
            if (!occurs(name.text())) {
                throw new BrokenRuleException("an entity does not occur in the article");
            }
            List<Mention> mentions = claim(name.text(), false);
            if (mentions.isEmpty()) {
                mentions = claim(name.text(), true);
            }
            if (!mentions.isEmpty()) {
                entities.add(entity(name, mentions));
            }
        }
        entities.sort(MOST_SALIENT);
        return entities;
    }

    private boolean occurs(String name) {
        return article.pieces().stream()
                .anyMatch(piece -> Occurrences.next(piece.text(), name, 0, true) >= 0);
    }

    private List<Mention> claim(String name, boolean ignoreCase) {
        List<Mention> mentions = new ArrayList<>();
        for (Piece piece : article.pieces()) {
            BitSet places = taken.computeIfAbsent(piece.field(), _ -> new BitSet());
            int at = Occurrences.next(piece.text(), name, 0, ignoreCase);
            while (at >= 0) {
                int end = at + name.length();
                int occupied = places.nextSetBit(at);
                if (occupied < 0 || occupied >= end) {
                    places.set(at, end);
                    mentions.add(new Mention(piece.field(), at, end));
                }
                at = Occurrences.next(piece.text(), name, end, ignoreCase);
            }
        }
        return mentions;
    }

    private Entity entity(EntityName name, List<Mention> mentions) {
        Mention first = mentions.getFirst();
        int before = 0;
        String surface = name.text();
        boolean inTitle = false;
        for (Mention mention : mentions) {
            inTitle |= mention.field() == Field.TITLE;
        }
        for (Piece piece : article.pieces()) {
            if (piece.field() == first.field()) {
                surface = piece.text().substring(first.start(), first.end());
                break;
            }
            before += piece.text().length();
        }
        double at = (before + first.start()) / (1.0 + article.length());
        double salience =
                COUNT_WEIGHT * (1 - Math.pow(HALF, mentions.size()))
                        + (inTitle ? TITLE_WEIGHT : 0)
                        + EARLY_WEIGHT * (1 - at);
        return new Entity(
                surface,
                name.type(),
                mentions.size(),
                Figure.rounded(salience),
                mentions.subList(0, Math.min(mentions.size(), Entity.MAX_MENTIONS)));
    }
}
