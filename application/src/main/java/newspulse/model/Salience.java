package newspulse.model;

import java.util.Comparator;

/// How much an article is about an entity, in 0..1: up to 0.5 for how often it is named (half of
/// what is left with each mention), 0.3 for being in the title, up to 0.2 for being early. Whoever
/// found the entity, it is reckoned the same way.
public final class Salience {
    /// The most salient first; the same order for the same entities.
    public static final Comparator<Entity> MOST_FIRST =
            Comparator.comparingDouble(Entity::salience)
                    .reversed()
                    .thenComparing(Comparator.comparingInt(Entity::count).reversed())
                    .thenComparing(Entity::text);

    private static final double COUNT_WEIGHT = 0.5;
    private static final double TITLE_WEIGHT = 0.3;
    private static final double EARLY_WEIGHT = 0.2;
    private static final double HALF = 0.5;

    private Salience() {}

    /// Reckons it.
    ///
    /// @param count mentions
    /// @param first where the first one is, 0 (at the beginning of all texts) to 1 (at their end)
    public static double of(int count, boolean inTitle, double first) {
        return Figure.rounded(
                COUNT_WEIGHT * (1 - Math.pow(HALF, count))
                        + (inTitle ? TITLE_WEIGHT : 0)
                        + EARLY_WEIGHT * (1 - first));
    }
}
