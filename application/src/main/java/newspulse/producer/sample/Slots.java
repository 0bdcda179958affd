package newspulse.producer.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills the slots of one event, each with the same word wherever it stands: `{city}` from the list
/// of that name, `{number:2-40}` with a number, and `{city|은}` with the Korean particle that fits.
final class Slots {
    private static final Pattern SLOT =
            Pattern.compile("\\{(\\w+)(?::(\\d+)-(\\d+))?(?:\\|(\\p{IsHangul}+))?}");

    private static final Pattern SENTENCE = Pattern.compile("(?:^|[.!?] )\\p{Ll}");

    private final Map<String, List<String>> words;
    private final RandomGenerator random;
    private final Map<String, String> filled = new HashMap<>();

    Slots(Map<String, List<String>> words, RandomGenerator random) {
        this.words = words;
        this.random = random;
    }

    /// Chooses the numbers that a text gives bounds for, so that other texts of the event can name
    /// them without.
    void define(String text) {
        SLOT.matcher(text).results().filter(slot -> slot.group(2) != null).forEach(this::value);
    }

    String fill(String text) {
        String filled =
                SLOT.matcher(text).replaceAll(slot -> Matcher.quoteReplacement(value(slot)));
        return SENTENCE.matcher(filled).replaceAll(start -> start.group().toUpperCase(Locale.ROOT));
    }

    private String value(MatchResult slot) {
        String name = slot.group(1);
        String word =
                filled.computeIfAbsent(
                        name,
                        _ ->
                                slot.group(2) == null
                                        ? word(name)
                                        : number(slot.group(2), slot.group(3)));
        return slot.group(4) == null ? word : Particles.attach(word, slot.group(4));
    }

    private String number(String from, String to) {
        int least = Integer.parseInt(from);
        return Integer.toString(random.nextInt(least, Integer.parseInt(to) + 1));
    }

    /// A word of the list; `city2` is another one than `city`.
    private String word(String name) {
        String list = name.replaceAll("\\d+$", "");
        List<String> choice = words.get(list);
        if (choice == null) {
            throw new IllegalStateException("the samples have no words for {" + name + "}");
        }
        List<String> left = choice.stream().filter(word -> !filled.containsValue(word)).toList();
        return left.get(random.nextInt(left.size()));
    }
}
