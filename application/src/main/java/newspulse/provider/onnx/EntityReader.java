package newspulse.provider.onnx;

import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;
import newspulse.model.Salience;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes entities of the tags of an article's words. A word has the tag of its first token, for
/// that is where the models' training has it.
final class EntityReader {
    private static final int MOST = 50;

    private final Map<String, Named> named = new LinkedHashMap<>();
    private final double length;
    private int before;

    /// @param length of all texts together
    EntityReader(int length) {
        this.length = length;
    }

    /// Reads one text of the article; they come in their order.
    ///
    /// @param tags of the tokens, without the special ones; as many as were read
    void read(Field field, String text, Tokens tokens, List<Task.Tag> tags) {
        @Nullable String type = null;
        int start = 0;
        int end = 0;
        int word = -1;
        for (int i = 0; i < tags.size(); i++) {
            int token = tokens.before() + i;
            if (tokens.words()[token] == word && word >= 0) {
                end = type == null ? end : tokens.ends()[token];
                continue;
            }
            word = tokens.words()[token];
            Task.Tag tag = tags.get(i);
            if (type != null && (tag.begins() || !type.equals(tag.type()))) {
                add(field, text, type, start, end);
                type = null;
            }
            if (tag.type() != null) {
                start = type == null ? tokens.starts()[token] : start;
                end = tokens.ends()[token];
                type = tag.type();
            }
        }
        if (type != null) {
            add(field, text, type, start, end);
        }
        before += text.length();
    }

    private void add(Field field, String text, String type, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && !Character.isLetterOrDigit(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && !Character.isLetterOrDigit(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        if (start >= end) {
            return;
        }
        String name = text.substring(start, end);
        String key = type + " " + name.toLowerCase(Locale.ROOT);
        if (!named.containsKey(key) && named.size() == MOST) {
            return;
        }
        double at = (before + start) / length;
        named.computeIfAbsent(key, _ -> new Named(name, type, at))
                .mentions
                .add(new Mention(field, start, end));
    }

    /// What was named, most salient first.
    List<Entity> entities() {
        return named.values().stream().map(Named::entity).sorted(Salience.MOST_FIRST).toList();
    }

    private record Named(String text, String type, double first, List<Mention> mentions) {
        Named(String text, String type, double first) {
            this(text, type, first, new ArrayList<>());
        }

        Entity entity() {
            int count = mentions.size();
            boolean inTitle = mentions.getFirst().field() == Field.TITLE;
            return new Entity(
                    text,
                    type,
                    count,
                    Salience.of(count, inTitle, first),
                    mentions.subList(0, Math.min(count, Entity.MAX_MENTIONS)));
        }
    }
}
