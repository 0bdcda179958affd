package newspulse.producer.feed;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as feeds write them: RFC 822 and ISO 8601 in their better and worse forms, C's asctime,
/// those of East Asia, `6/10/2003 4:00 PM`, and seconds since 1970. Months may be named in many
/// languages. A date without a zone, or with one that nobody knows, is in the zone that the
/// publisher usually means.
final class FeedDates {
    private static final int LONGEST = 100;
    private static final int NANO_DIGITS = 9;

    /// What is older was not published as a feed's entry: zero dates of databases.
    private static final Instant OLDEST = Instant.parse("1900-01-02T00:00:00Z");

    private static final String TIME = "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,12}))?)?";
    private static final String ZONE =
            "\\s*((?:GMT|UTC)?[+-]\\d{1,2}:?\\d{0,2}|[A-Za-z]{1,5}(?![A-Za-z:]))?";

    /// `Tue, 10 Jun 2003 04:00:00 GMT`, `10-June-03`, `Tue 10 Jun 2003 4:00 +0900`.
    private static final Pattern RFC_822 =
            Pattern.compile(
                    "(?:\\p{L}*\\.?,?\\s*)?(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+(?:de\\s+)?(\\p{L}{3,12})\\.?,?[\\s-]+(?:de\\s+)?(\\d{4}|\\d{2})(?:,?\\s+"
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
                    "(?:\\p{L}{3,9}\\.?,?\\s+)??(\\p{L}{3,12})\\.?\\s+(\\d{1,2}),?(?:\\s+(\\d{4}),?)?(?:\\s+"
                            + TIME
                            + ZONE
                            + ")?(?:\\s+(\\d{4}))?.*");

    /// `2003년 6월 10일 04:00`, `2003年6月10日`.
    private static final Pattern EASTERN =
            Pattern.compile(
                    "(\\d{4})\\s*[년年]\\s*(\\d{1,2})\\s*[월月]\\s*(\\d{1,2})\\s*[일日](?:[\\s(]*\\p{L}{0,3}[\\s)]*"
                            + TIME
                            + ZONE
                            + ")?.*");

    /// `6/10/2003 04:00`: the month first, as in the United States, unless that cannot be.
    private static final Pattern SLASHES =
            Pattern.compile(
                    "(?:\\p{L}+,?\\s*)?(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:,?\\s+"
                            + TIME
                            + ZONE
                            + ")?.*");

    /// `2003-161`: the day of the year (ISO 8601, ordinal dates).
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-(\\d{3})");

    /// Seconds or milliseconds since 1970.
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{13}");

    private static final Pattern HALF_OF_DAY =
            Pattern.compile(
                    "(?i)\\s*(?:(오전|上午|午前)|(오후|下午|午後)|(?<=\\d\\s?)(?:(a\\.?m)|(p\\.?m))\\b\\.?)\\s*");

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

    private FeedDates() {}

    /// The moment meant, or null when the text is no date.
    static @Nullable Instant parse(String text, ZoneId usual) {
        String date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST) {
            return null;
        }
        try {
            Instant moment = EPOCH.matcher(date).matches() ? epoch(date) : written(date, usual);
            return moment == null || moment.isBefore(OLDEST) ? null : moment;
        } catch (DateTimeException _) {
            return null; // the 31st of February
        }
    }

    private static @Nullable Instant written(String text, ZoneId usual) {
        Matcher half = HALF_OF_DAY.matcher(text);
        if (half.find()) {
            String whole = half.replaceFirst(" ").strip();
            boolean afternoon = half.group(2) != null || half.group(4) != null;
            Instant moment = dated(whole, usual);
            return moment == null ? null : inHalf(moment, afternoon, usual);
        }
        return dated(text, usual);
    }

    /// Twelve o'clock is the beginning of a half of the day, not its end.
    private static Instant inHalf(Instant moment, boolean afternoon, ZoneId usual) {
        int hour = moment.atZone(usual).getHour();
        if (hour == 12) {
            return afternoon ? moment : moment.minus(12, ChronoUnit.HOURS);
        }
        return afternoon && hour < 12 ? moment.plus(12, ChronoUnit.HOURS) : moment;
    }

    private static @Nullable Instant dated(String date, ZoneId usual) {
        Matcher ordinal = ORDINAL.matcher(date);
        if (ordinal.matches()) {
            return LocalDate.ofYearDay(part(ordinal, 1, 0), part(ordinal, 2, 1))
                    .atStartOfDay(usual)
                    .toInstant();
        }
        Matcher eastern = EASTERN.matcher(date);
        if (eastern.matches()) {
            return at(
                    part(eastern, 1, 0),
                    part(eastern, 2, 1),
                    part(eastern, 3, 1),
                    eastern,
                    4,
                    usual);
        }
        Matcher iso = ISO_8601.matcher(date);
        if (iso.matches()) {
            return at(part(iso, 1, 0), part(iso, 2, 1), part(iso, 3, 1), iso, 4, usual);
        }
        Matcher slashes = SLASHES.matcher(date);
        if (slashes.matches()) {
            int first = part(slashes, 1, 1);
            int second = part(slashes, 2, 1);
            int month = first > 12 ? second : first;
            return at(part(slashes, 3, 0), month, first + second - month, slashes, 4, usual);
        }
        Matcher rfc = RFC_822.matcher(date);
        if (rfc.matches()) {
            int year = year(rfc.group(3));
            return at(year, MonthNames.of(rfc.group(2)), part(rfc, 1, 1), rfc, 4, usual);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(date);
        if (monthFirst.matches()) {
            int year = part(monthFirst, 3, part(monthFirst, 9, 0));
            int month = MonthNames.of(monthFirst.group(1));
            return at(year, month, part(monthFirst, 2, 1), monthFirst, 4, usual);
        }
        return null;
    }

    private static Instant epoch(String digits) {
        long number = Long.parseLong(digits);
        return digits.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static Instant at(int year, int month, int day, Matcher time, int first, ZoneId usual) {
        int hour = part(time, first, 0);
        LocalDateTime local =
                LocalDateTime.of(
                                year,
                                month,
                                day,
                                hour == 24 ? 0 : hour,
                                part(time, first + 1, 0),
                                Math.min(part(time, first + 2, 0), 59)) // leap seconds
                        .plusDays(hour == 24 ? 1 : 0);
        return local.atZone(zone(time.group(first + 4), usual))
                .toInstant()
                .plusNanos(nanos(time.group(first + 3)));
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null
                ? 0
                : Long.parseLong((fraction + "000000000").substring(0, NANO_DIGITS));
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
