package newspulse.engine.entities;

import newspulse.engine.language.Language;
import newspulse.engine.text.Characters;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The countries that a text names, in a language that no model of names knows: as Unicode CLDR
/// writes them, which comes with the JDK. No other form is found, so a language that declines its
/// names has only those in the nominative.
final class PlaceNames {
    /// A name so short begins sentences as another word does (`Ý`, `Áo`).
    private static final int SHORT = 3;

    /// Where words have no spaces between them, a single character is part of many.
    private static final int SHORTEST_UNSPACED = 2;

    private static final int NAME = 1;
    private static final int GOES_ON = 1 << 1;

    private final boolean unspaced;
    private final WordTable names;

    private PlaceNames(boolean unspaced, WordTable names) {
        this.unspaced = unspaced;
        this.names = names;
    }

    /// The names in a language.
    ///
    /// @param language ISO 639-1
    static PlaceNames of(String language) {
        boolean unspaced = language.equals(Language.CHINESE) || language.equals(Language.JAPANESE);
        Map<Long, Integer> entries = new HashMap<>();
        for (Locale locale : locales(language)) {
            for (String code : Locale.getISOCountries()) {
                String name = Locale.of("", code).getDisplayCountry(locale);
                if (name.equals(code)) {
                    continue;
                }
                if (unspaced) {
                    putCharacters(entries, name);
                } else {
                    putWords(entries, Tokenizer.tokenize(name));
                }
            }
        }
        return new PlaceNames(unspaced, new WordTable(entries));
    }

    private static List<Locale> locales(String language) {
        return language.equals(Language.CHINESE)
                ? List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)
                : List.of(Locale.of(language));
    }

    private static void putCharacters(Map<Long, Integer> entries, String name) {
        if (name.length() < SHORTEST_UNSPACED) {
            return;
        }
        long hash = WordHash.EMPTY;
        for (int i = 0; i < name.length(); i++) {
            hash = WordHash.step(hash, name.charAt(i));
            int found = i + 1 == name.length() ? NAME : GOES_ON;
            entries.merge(WordHash.finish(hash), found, (a, b) -> a | b);
        }
    }

    private static void putWords(Map<Long, Integer> entries, Tokens name) {
        if (name.count() == 0) {
            return;
        }
        long hash = name.hash(0);
        for (int i = 1; i < name.count(); i++) {
            entries.merge(hash, GOES_ON, (a, b) -> a | b);
            hash = WordHash.join(hash, name.hash(i));
        }
        entries.merge(hash, NAME, (a, b) -> a | b);
    }

    /// The names in a document, in reading order.
    List<Span> in(Document document) {
        List<Span> found = new ArrayList<>();
        for (int part = 0; part < document.parts(); part++) {
            if (unspaced) {
                readCharacters(document.part(part).text, part, found);
            } else {
                readWords(document.part(part), part, found);
            }
        }
        return found;
    }

    private void readWords(Tokens tokens, int part, List<Span> found) {
        for (int i = 0; i < tokens.count(); ) {
            int start = elided(tokens, i);
            int end = match(tokens, i, start);
            if (end > i && isName(tokens, i, end, start)) {
                found.add(location(part, start, tokens.end(end - 1)));
            }
            i = Math.max(end, i + 1);
        }
    }

    /// Where a token begins without what is elided before it: `l’Allemagne`, `d'Espagne`.
    private static int elided(Tokens tokens, int i) {
        int start = tokens.start(i);
        int last = Math.min(tokens.end(i) - 1, start + SHORT + 1);
        for (int at = start; at < last; at++) {
            if (Characters.kind(tokens.text.charAt(at)) == Characters.APOSTROPHE) {
                return at + 1;
            }
        }
        return start;
    }

    /// The end of the longest name that begins with a token, as a token; the token where none does.
    private int match(Tokens tokens, int first, int start) {
        long hash =
                start == tokens.start(first)
                        ? tokens.hash(first)
                        : WordHash.of(tokens.text, start, tokens.end(first));
        int known = names.get(hash);
        int end = (known & NAME) != 0 ? first + 1 : first;
        for (int i = first + 1; i < tokens.count() && (known & GOES_ON) != 0; i++) {
            hash = WordHash.join(hash, tokens.hash(i));
            known = names.get(hash);
            end = (known & NAME) != 0 ? i + 1 : end;
        }
        return end;
    }

    /// With a capital, where the script has them.
    private static boolean isName(Tokens tokens, int first, int end, int start) {
        if (Character.isLowerCase(tokens.text.charAt(start))) {
            return false;
        }
        boolean brief = end == first + 1 && tokens.end(first) - start <= SHORT;
        return !brief || !tokens.is(first, Tokens.SENTENCE);
    }

    private void readCharacters(String text, int part, List<Span> found) {
        for (int at = 0; at < text.length(); ) {
            int end = longest(text, at);
            if (end > at && !cutsKana(text, at) && !cutsKana(text, end)) {
                found.add(location(part, at, end));
                at = end;
            } else {
                at++;
            }
        }
    }

    private int longest(String text, int start) {
        long hash = WordHash.EMPTY;
        int end = start;
        int known = GOES_ON;
        for (int i = start; i < text.length() && (known & GOES_ON) != 0; i++) {
            hash = WordHash.step(hash, text.charAt(i));
            known = names.get(WordHash.finish(hash));
            end = (known & NAME) != 0 ? i + 1 : end;
        }
        return end;
    }

    /// Whether a place is within a word of katakana: `インド` is no part of `ウインドウ`.
    private static boolean cutsKana(String text, int at) {
        return at > 0
                && at < text.length()
                && isKatakana(text.charAt(at - 1))
                && isKatakana(text.charAt(at));
    }

    private static boolean isKatakana(char c) {
        return c == 'ー' || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA;
    }

    private static Span location(int part, int start, int end) {
        return new Span(part, start, end, Kind.LOCATION, 0, false);
    }
}
