package newspulse.producer.sample;

import java.util.Map;

/// Korean particles whose form depends on whether the word before ends in a consonant.
final class Particles {
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FINALS = 28;
    private static final int RIEUL = 8;

    /// By the form after a consonant, the one after a vowel.
    private static final Map<String, String> AFTER_VOWEL =
            Map.of("은", "는", "이", "가", "을", "를", "과", "와", "으로", "로", "이라", "라");

    private Particles() {}

    static String attach(String word, String particle) {
        String afterVowel = AFTER_VOWEL.get(particle);
        if (afterVowel == null) {
            return word + particle;
        }
        int end = finalConsonant(word.charAt(word.length() - 1));
        boolean vowel = end == 0 || (end == RIEUL && particle.equals("으로"));
        return word + (vowel ? afterVowel : particle);
    }

    /// The number of the syllable's final consonant, 0 for none (Unicode, section 3.12).
    private static int finalConsonant(char syllable) {
        return syllable < FIRST_SYLLABLE || syllable > LAST_SYLLABLE
                ? 0
                : (syllable - FIRST_SYLLABLE) % FINALS;
    }
}
