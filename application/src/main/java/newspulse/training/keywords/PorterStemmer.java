package newspulse.training.keywords;

import java.util.List;

/// The stemmer of Porter (An algorithm for suffix stripping, 1980), by which keyphrases are
/// compared in the literature. For measuring only; of words in lower case.
final class PorterStemmer {
    private static final List<String> STEP_2 =
            List.of(
                    "ational ate",
                    "tional tion",
                    "enci ence",
                    "anci ance",
                    "izer ize",
                    "abli able",
                    "alli al",
                    "entli ent",
                    "eli e",
                    "ousli ous",
                    "ization ize",
                    "ation ate",
                    "ator ate",
                    "alism al",
                    "iveness ive",
                    "fulness ful",
                    "ousness ous",
                    "aliti al",
                    "iviti ive",
                    "biliti ble");
    private static final List<String> STEP_3 =
            List.of("icate ic", "ative ", "alize al", "iciti ic", "ical ic", "ful ", "ness ");
    private static final List<String> STEP_4 =
            List.of(
                    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent",
                    "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize");

    private String word;

    private PorterStemmer(String word) {
        this.word = word;
    }

    static String stem(String word) {
        boolean plain = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return plain && word.length() > 2 ? new PorterStemmer(word).stem() : word;
    }

    private String stem() {
        plurals();
        pastAndGerund();
        if (word.endsWith("y") && hasVowel(word.length() - 1)) {
            word = cut(1) + "i";
        }
        replace(STEP_2);
        replace(STEP_3);
        residues();
        if (word.endsWith("e")) {
            int measure = measure(word.length() - 1);
            if (measure > 1 || (measure == 1 && !endsLikeHop(word.length() - 1))) {
                word = cut(1);
            }
        }
        if (word.endsWith("ll") && measure(word.length() - 1) > 1) {
            word = cut(1);
        }
        return word;
    }

    private void plurals() {
        if (word.endsWith("sses") || word.endsWith("ies")) {
            word = cut(2);
        } else if (word.endsWith("s") && !word.endsWith("ss")) {
            word = cut(1);
        }
    }

    private void pastAndGerund() {
        if (word.endsWith("eed")) {
            word = measure(word.length() - 3) > 0 ? cut(1) : word;
            return;
        }
        int ending = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
        if (ending == 0 || !hasVowel(word.length() - ending)) {
            return;
        }
        word = cut(ending);
        if (word.endsWith("at") || word.endsWith("bl") || word.endsWith("iz")) {
            word += "e";
        } else if (endsDouble()) {
            word = cut(1);
        } else if (measure(word.length()) == 1 && endsLikeHop(word.length())) {
            word += "e";
        }
    }

    private boolean endsDouble() {
        int length = word.length();
        return length > 1
                && word.charAt(length - 1) == word.charAt(length - 2)
                && isConsonant(length - 1)
                && "lsz".indexOf(word.charAt(length - 1)) < 0;
    }

    private void replace(List<String> rules) {
        for (String rule : rules) {
            int space = rule.indexOf(' ');
            if (word.endsWith(rule.substring(0, space))) {
                if (measure(word.length() - space) > 0) {
                    word = cut(space) + rule.substring(space + 1);
                }
                return;
            }
        }
    }

    private void residues() {
        String longest = "";
        for (String suffix : STEP_4) {
            longest =
                    word.endsWith(suffix) && suffix.length() > longest.length() ? suffix : longest;
        }
        int stem = word.length() - longest.length();
        boolean fits =
                !longest.equals("ion") || (stem > 0 && "st".indexOf(word.charAt(stem - 1)) >= 0);
        if (!longest.isEmpty() && fits && measure(stem) > 1) {
            word = word.substring(0, stem);
        }
    }

    private String cut(int characters) {
        return word.substring(0, word.length() - characters);
    }

    private boolean isConsonant(int i) {
        char c = word.charAt(i);
        return c == 'y' ? i == 0 || !isConsonant(i - 1) : "aeiou".indexOf(c) < 0;
    }

    private boolean hasVowel(int end) {
        for (int i = 0; i < end; i++) {
            if (!isConsonant(i)) {
                return true;
            }
        }
        return false;
    }

    /// How many times vowels are followed by consonants in the first `end` letters.
    private int measure(int end) {
        int measure = 0;
        for (int i = 1; i < end; i++) {
            measure += isConsonant(i) && !isConsonant(i - 1) ? 1 : 0;
        }
        return measure;
    }

    /// Whether the first `end` letters end in consonant, vowel, consonant, the last none of w, x,
    /// y.
    private boolean endsLikeHop(int end) {
        return end > 2
                && isConsonant(end - 1)
                && !isConsonant(end - 2)
                && isConsonant(end - 3)
                && "wxy".indexOf(word.charAt(end - 1)) < 0;
    }
}
