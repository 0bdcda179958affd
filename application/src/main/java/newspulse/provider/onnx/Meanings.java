package newspulse.provider.onnx;

import newspulse.model.Sentiment;
import newspulse.model.Subject;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The labels that published models use, and what they mean here.
final class Meanings {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_/&-]+");

    private static final Map<String, Sentiment> SENTIMENTS = sentiments();
    private static final Map<String, Subject> SUBJECTS = subjects();
    private static final Map<String, String> ENTITIES = entities();

    /// Types of entities that readers are not told of.
    private static final Set<String> UNTOLD =
            Set.of(
                    "MISC",
                    "NORP",
                    "EVENT",
                    "WORK_OF_ART",
                    "PRODUCT",
                    "LAW",
                    "LANGUAGE",
                    "DATE",
                    "TIME",
                    "PERCENT",
                    "MONEY",
                    "QUANTITY",
                    "ORDINAL",
                    "CARDINAL",
                    "DT",
                    "TI",
                    "QT");

    private Meanings() {}

    static Optional<Sentiment> sentiment(String label) {
        return Optional.ofNullable(SENTIMENTS.get(plain(label)));
    }

    static Optional<Subject> subject(String label) {
        return Optional.ofNullable(SUBJECTS.get(plain(label)));
    }

    static Optional<String> entity(String type) {
        return Optional.ofNullable(ENTITIES.get(type.toUpperCase(Locale.ROOT)));
    }

    static boolean isUntold(String type) {
        return UNTOLD.contains(type.toUpperCase(Locale.ROOT));
    }

    private static String plain(String label) {
        return BETWEEN_WORDS.matcher(label.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    private static Map<String, Sentiment> sentiments() {
        Map<String, Sentiment> all = new HashMap<>();
        put(all, Sentiment.POSITIVE, "positive pos bullish very-positive 4-stars 5-stars 긍정");
        put(all, Sentiment.NEUTRAL, "neutral neu 3-stars 중립");
        put(all, Sentiment.NEGATIVE, "negative neg bearish very-negative 1-star 2-stars 부정");
        return all;
    }

    private static Map<String, Subject> subjects() {
        Map<String, Subject> all = new HashMap<>();
        Arrays.stream(Subject.values()).forEach(subject -> all.put(subject.label(), subject));
        put(all, Subject.POLITICS, "정치");
        put(all, Subject.WORLD, "world-news international 세계");
        put(all, Subject.BUSINESS, "economy finance 경제");
        put(all, Subject.SCIENCE_TECHNOLOGY, "sci-tech science technology tech it과학");
        put(all, Subject.SPORT, "sports 스포츠");
        put(all, Subject.CULTURE_ENTERTAINMENT, "culture entertainment arts 생활문화");
        put(all, Subject.SOCIETY, "사회");
        return all;
    }

    private static Map<String, String> entities() {
        Map<String, String> all = new HashMap<>();
        put(all, "PERSON", "PERSON PER PS");
        put(all, "ORGANIZATION", "ORGANIZATION ORGANISATION ORG OG");
        put(all, "LOCATION", "LOCATION LOC GPE FAC LC");
        return all;
    }

    private static <T> void put(Map<String, T> all, T meaning, String labels) {
        Arrays.stream(labels.split(" ", -1)).forEach(label -> all.put(label, meaning));
    }
}
