package newspulse.provider.checked;

import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;
import newspulse.model.Salience;
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
final class NameMentions {
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
        entities.sort(Salience.MOST_FIRST);
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
        return new Entity(
                surface,
                name.type(),
                mentions.size(),
                Salience.of(mentions.size(), inTitle, at),
                mentions.subList(0, Math.min(mentions.size(), Entity.MAX_MENTIONS)));
    }
}
