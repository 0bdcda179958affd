package newspulse.training.entities;

import newspulse.engine.entities.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A sentence of tokens, written as people write: no space before a comma, none within brackets or
/// quotes; and the spans that its labels mark.
///
/// @param spans with part 0
record SentenceText(String text, List<LabelledDocument.Gold> spans) {
    private static final String NO_SPACE_BEFORE = ",.;:!?%)]}'’”";
    private static final String NO_SPACE_AFTER = "([{$#@“‘";

    SentenceText {
        spans = List.copyOf(spans);
    }

    /// Writes a sentence.
    ///
    /// @param spaced whether tokens are words; if not, they are syllables, and `_` is a space
    static SentenceText of(ConllFile.Sentence sentence, boolean spaced) {
        StringBuilder text = new StringBuilder();
        List<LabelledDocument.Gold> spans = new ArrayList<>();
        Kind open = null;
        int start = 0;
        int end = 0;
        boolean quoted = false;
        String before = "(";
        for (ConllFile.Token token : sentence.tokens()) {
            Kind kind = kind(token.label());
            if (open != null && (kind != open || token.label().charAt(0) == 'B')) {
                spans.add(new LabelledDocument.Gold(0, start, end, open));
                open = null;
            }
            boolean quote = token.text().equals("\"");
            if (spaced && isSpaced(before, token.text(), quoted)) {
                text.append(' ');
            }
            if (kind != null && open == null) {
                start = text.length();
            }
            open = kind;
            text.append(spaced ? token.text() : token.text().replace('_', ' '));
            end = text.length();
            before = quote && quoted ? "" : token.text();
            quoted ^= quote;
        }
        if (open != null) {
            spans.add(new LabelledDocument.Gold(0, start, end, open));
        }
        return new SentenceText(text.toString(), spans);
    }

    private static boolean isSpaced(String before, String token, boolean quoted) {
        char first = token.charAt(0);
        boolean closes = NO_SPACE_BEFORE.indexOf(first) >= 0 || token.equals("n't");
        boolean opened = before.length() == 1 && NO_SPACE_AFTER.indexOf(before.charAt(0)) >= 0;
        boolean afterQuote = before.equals("\"") && quoted;
        boolean beforeQuote = token.equals("\"") && quoted;
        return !closes && !opened && !afterQuote && !beforeQuote;
    }

    /// What the labels of the known data sets call the kinds; null outside of every span.
    static @Nullable Kind kind(String label) {
        return label.equals("O") ? null : named(label.substring(2));
    }

    private static @Nullable Kind named(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "PER", "PERSON", "PS" -> Kind.PERSON;
            case "ORG", "ORGANIZATION", "CORPORATION", "GROUP", "OG" -> Kind.ORGANIZATION;
            case "LOC", "LOCATION", "LC" -> Kind.LOCATION;
            case "MISC", "PRODUCT", "CREATIVE-WORK" -> Kind.OTHER;
            case "DT" -> Kind.DATE;
            case "TI" -> Kind.TIME;
            case "QT" -> Kind.QUANTITY;
            default -> null;
        };
    }
}
