package newspulse.producer.feed;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as feeds write them: RFC 822 and ISO 8601 in their better and worse forms, and C's
/// asctime. A date without a zone, or with one that nobody knows, is in the zone that the publisher
/// usually means.
final class FeedDates {
    private static final int LONGEST = 100;
    private static final String TIME = "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d{1,12})?)?";
    private static final String ZONE =
            "\\s*((?:GMT|UTC)?[+-]\\d{1,2}:?\\d{0,2}|[A-Za-z]{1,5}(?![A-Za-z:]))?";

    /// `Tue, 10 Jun 2003 04:00:00 GMT`, `10-June-03`, `Tue 10 Jun 2003 4:00 +0900`.
    private static final Pattern RFC_822 =
            Pattern.compile(
                    "(?:\\p{L}+\\.?,?\\s*)?(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+(\\p{Alpha}{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})(?:,?\\s+"
                            + TIME
                            + ZONE
                            + ")?.*");

    /// `2003-06-10T04:00:00Z`, `2003.06.10 04:00`, `20030610`, `2003-06`, `2003`.
    private static final Pattern ISO_8601 =
            Pattern.compile(
                    "(\\d{4})(?:[-./]?(\\d{1,2})(?:[-./]?(\\d{1,2})\\.?(?:[Tt\\s]+"
                            + TIME
                            + ZONE
                            + ")?)?)?.*");

    /// `Tue Jun 10 04:00:00 GMT 2003`, `Jun 10, 2003 04:00:00`.
    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "(?:\\p{L}{3,9}\\.?,?\\s+)??(\\p{Alpha}{3,9})\\.?\\s+(\\d{1,2}),?(?:\\s+(\\d{4}),?)?(?:\\s+"
                            + TIME
                            + ZONE
                            + ")?(?:\\s+(\\d{4}))?.*");

    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("EST", -300),
                    Map.entry("EDT", -240),
                    Map.entry("CST", -360),
                    Map.entry("CDT", -300),
                    Map.entry("MST", -420),
                    Map.entry("MDT", -360),
                    Map.entry("PST", -480),
                    Map.entry("PDT", -420),
                    Map.entry("ET", -300),
                    Map.entry("PT", -480),
                    Map.entry("Z", 0),
                    Map.entry("UT", 0),
                    Map.entry("UTC", 0),
                    Map.entry("GMT", 0),
                    Map.entry("WET", 0),
                    Map.entry("BST", 60),
                    Map.entry("CET", 60),
                    Map.entry("MEZ", 60),
                    Map.entry("CEST", 120),
                    Map.entry("MESZ", 120),
                    Map.entry("EET", 120),
                    Map.entry("EEST", 180),
                    Map.entry("MSK", 180),
                    Map.entry("IST", 330),
                    Map.entry("HKT", 480),
                    Map.entry("SGT", 480),
                    Map.entry("JST", 540),
                    Map.entry("KST", 540),
                    Map.entry("AEST", 600),
                    Map.entry("AEDT", 660));

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private FeedDates() {}

    /// The moment meant, or null when the text is no date.
    static @Nullable Instant parse(String text, ZoneId usual) {
        String date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST) {
            return null;
        }
        try {
            Matcher iso = ISO_8601.matcher(date);
            if (iso.matches()) {
                return at(part(iso, 1, 0), part(iso, 2, 1), part(iso, 3, 1), iso, 4, usual);
            }
            Matcher rfc = RFC_822.matcher(date);
            if (rfc.matches()) {
                int year = year(rfc.group(3));
                return at(year, month(rfc.group(2)), part(rfc, 1, 1), rfc, 4, usual);
            }
            Matcher monthFirst = MONTH_FIRST.matcher(date);
            if (monthFirst.matches()) {
                int year = part(monthFirst, 3, part(monthFirst, 8, 0));
                int month = month(monthFirst.group(1));
                return at(year, month, part(monthFirst, 2, 1), monthFirst, 4, usual);
            }
            return null;
        } catch (DateTimeException _) {
            return null; // the 31st of February
        }
    }

    private static Instant at(int year, int month, int day, Matcher time, int first, ZoneId usual) {
        LocalDateTime local =
                LocalDateTime.of(
                        year,
                        month,
                        day,
                        part(time, first, 0),
                        part(time, first + 1, 0),
                        Math.min(part(time, first + 2, 0), 59)); // leap seconds
        return local.atZone(zone(time.group(first + 3), usual)).toInstant();
    }

    private static int part(Matcher matcher, int group, int missing) {
        String digits = matcher.group(group);
        return digits == null ? missing : Integer.parseInt(digits);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        return year < 50 ? 2_000 + year : 1_900 + year; // RFC 2822, section 4.3
    }

    private static int month(String name) {
        int at = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        if (at < 0 || at % 3 != 0) {
            throw new DateTimeException("no month: " + name);
        }
        return at / 3 + 1;
    }

    private static ZoneId zone(@Nullable String name, ZoneId usual) {
        if (name == null) {
            return usual;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        int sign = Math.max(upper.indexOf('+'), upper.indexOf('-'));
        if (sign < 0) {
            Integer minutes = ZONES.get(upper);
            return minutes == null ? usual : ZoneOffset.ofTotalSeconds(minutes * 60);
        }
        String digits = upper.substring(sign + 1).replace(":", "");
        int number = Integer.parseInt(digits);
        int minutes = digits.length() <= 2 ? number * 60 : number / 100 * 60 + number % 100;
        return ZoneOffset.ofTotalSeconds((upper.charAt(sign) == '-' ? -minutes : minutes) * 60);
    }
}
