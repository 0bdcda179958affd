package newspulse.model;

import java.util.List;

/// Somebody or something that an article names. `salience` is in 0..1; `type` is `PERSON`,
/// `ORGANIZATION`, `LOCATION` or what else a model knows; `count` counts every mention, of which at
/// most [#MAX_MENTIONS] are listed.
public record Entity(String text, String type, int count, double salience, List<Mention> mentions) {
    public static final int MAX_MENTIONS = 20;

    public Entity {
        Require.text("entity.text", text, Integer.MAX_VALUE);
        Require.text("entity.type", type, 50);
        Require.atLeast("entity.count", count, 1);
        Require.within("entity.salience", salience, 0, 1);
        mentions = List.copyOf(mentions);
        if (mentions.size() > Math.min(count, MAX_MENTIONS)) {
            throw new IllegalArgumentException("more mentions listed than allowed: " + text);
        }
    }

    /// Where an entity is named: `start` (included) and `end` (excluded) are UTF-16 offsets into
    /// the normalised text of `field`.
    public record Mention(Field field, int start, int end) {
        public Mention {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("not a span: " + start + ".." + end);
            }
        }
    }

    /// The texts of an article.
    public enum Field {
        TITLE("title"),
        DESCRIPTION("description"),
        CONTENT("content");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        /// The name on the wire.
        public String label() {
            return label;
        }
    }
}
