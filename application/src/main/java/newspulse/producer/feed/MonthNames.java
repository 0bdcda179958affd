package newspulse.producer.feed;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The numbers of months by their names, long and short, in languages that feeds are written in
/// (Unicode CLDR). Where two languages disagree the first of the list counts.
final class MonthNames {
    private static final List<String> LANGUAGES =
            List.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs",
                    "hu", "tr", "ru", "uk", "el", "ro", "vi", "id", "hr", "bg", "ca");
    private static final Map<String, Integer> NUMBERS = numbers();
    private static final int ABBREVIATION = 3;

    private MonthNames() {}

    /// From 1.
    ///
    /// @throws DateTimeException where no month is called so
    static int of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Integer number = NUMBERS.get(lower);
        if (number == null && lower.length() > ABBREVIATION) {
            number = NUMBERS.get(lower.substring(0, ABBREVIATION));
        }
        if (number == null) {
            throw new DateTimeException("no month: " + name);
        }
        return number;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String language : LANGUAGES) {
            var symbols = DateFormatSymbols.getInstance(Locale.of(language));
            add(numbers, symbols.getShortMonths());
            add(numbers, symbols.getMonths());
        }
        return Map.copyOf(numbers);
    }

    private static void add(Map<String, Integer> numbers, String[] names) {
        for (int month = 0; month < 12; month++) {
            String name = names[month].toLowerCase(Locale.ROOT).replace(".", "");
            if (name.length() >= ABBREVIATION) {
                numbers.putIfAbsent(name, month + 1);
            }
        }
    }
}
