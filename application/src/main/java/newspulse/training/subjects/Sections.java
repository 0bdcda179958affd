package newspulse.training.subjects;

import newspulse.model.Subject;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which subject the sections and classes of published data sets stand for. The label of a subject
/// stands for itself, so that a user's own texts need no mapping.
public final class Sections {
    private static final Map<String, Subject> SUBJECTS = subjects();

    /// Sections by who speaks or who is addressed: what is in them has often another subject too.
    private static final Set<String> VAGUE =
            Set.of("COMEDY", "U.S. NEWS", "WOMEN", "QUEER VOICES", "BLACK VOICES", "LATINO VOICES");

    private Sections() {}

    /// The subject of a section; none for sections of anything: `IMPACT`, `MEDIA`, `WEIRD NEWS`.
    public static Optional<Subject> subject(String section) {
        return Optional.ofNullable(SUBJECTS.get(section));
    }

    /// Whether a section says little of the subject of what is in it.
    public static boolean isVague(String section) {
        return VAGUE.contains(section);
    }

    private static Map<String, Subject> subjects() {
        Map<String, Subject> map = new HashMap<>();
        Arrays.stream(Subject.values()).forEach(subject -> map.put(subject.label(), subject));
        put(map, Subject.POLITICS, "POLITICS", "정치");
        put(map, Subject.WORLD, "WORLD NEWS", "THE WORLDPOST", "WORLDPOST", "세계");
        put(map, Subject.BUSINESS, "BUSINESS", "MONEY", "b", "경제");
        put(map, Subject.SCIENCE_TECHNOLOGY, "TECH", "SCIENCE", "t", "IT과학");
        put(map, Subject.HEALTH, "HEALTHY LIVING", "WELLNESS", "m");
        put(map, Subject.SPORT, "SPORTS", "스포츠");
        put(
                map,
                Subject.CULTURE_ENTERTAINMENT,
                "ENTERTAINMENT",
                "ARTS & CULTURE",
                "ARTS",
                "COMEDY");
        put(
                map,
                Subject.CULTURE_ENTERTAINMENT,
                "CULTURE & ARTS",
                "STYLE",
                "STYLE & BEAUTY",
                "TASTE");
        put(map, Subject.CULTURE_ENTERTAINMENT, "FOOD & DRINK", "TRAVEL", "HOME & LIVING");
        put(map, Subject.CULTURE_ENTERTAINMENT, "e", "생활문화");
        put(map, Subject.SOCIETY, "U.S. NEWS", "CRIME", "RELIGION", "EDUCATION", "COLLEGE", "사회");
        put(map, Subject.SOCIETY, "WOMEN", "QUEER VOICES", "BLACK VOICES", "LATINO VOICES");
        put(map, Subject.SOCIETY, "PARENTS", "PARENTING", "WEDDINGS", "DIVORCE");
        put(map, Subject.ENVIRONMENT, "GREEN", "ENVIRONMENT");
        return Map.copyOf(map);
    }

    private static void put(Map<String, Subject> map, Subject subject, String... sections) {
        for (String section : sections) {
            map.put(section, subject);
        }
    }
}
