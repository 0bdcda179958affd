package newspulse.intake;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/// Reads the time of publication: ISO 8601 with `Z`, an offset (`+09:00`, `+0900`, `+09`) or none
/// (then UTC), a space allowed for the `T`, or a date alone (then its first moment in UTC).
final class PublishedAt {
    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .optionalStart()
                    .appendOffset("+HH:MM", "Z")
                    .optionalEnd()
                    .optionalEnd()
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final int LENGTH_OF_DATE = 10;

    /// What nearly every source sends; read by hand, which costs a tenth.
    private static final String COMMON = "0000-00-00T00:00:00Z";

    private PublishedAt() {}

    /// Null when the text is no such time, or one outside the years 1 to 9999.
    static @Nullable Instant parse(String text) {
        if (text.length() == COMMON.length() && text.endsWith("Z")) {
            Instant instant = parseCommon(text);
            if (instant != null) {
                return instant;
            }
        }
        String form = text;
        if (text.length() > LENGTH_OF_DATE && text.charAt(LENGTH_OF_DATE) == ' ') {
            form = text.substring(0, LENGTH_OF_DATE) + "T" + text.substring(LENGTH_OF_DATE + 1);
        }
        try {
            TemporalAccessor read =
                    FORM.parseBest(
                            withColon(form),
                            OffsetDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from);
            OffsetDateTime time =
                    switch (read) {
                        case OffsetDateTime offset -> offset;
                        case LocalDateTime local -> local.atOffset(ZoneOffset.UTC);
                        case LocalDate date -> date.atStartOfDay().atOffset(ZoneOffset.UTC);
                        default -> throw new DateTimeException("not a time: " + text);
                    };
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            return year < 1 || year > 9_999 ? null : time.toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// `+0900` and `+09` as `+09:00`.
    private static String withColon(String text) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        if (sign <= LENGTH_OF_DATE) {
            return text;
        }
        return switch (text.length() - sign - 1) {
            case 2 -> text + ":00";
            case 4 -> text.substring(0, sign + 3) + ":" + text.substring(sign + 3);
            default -> text;
        };
    }

    private static @Nullable Instant parseCommon(String text) {
        for (int i = 0; i < COMMON.length(); i++) {
            char expected = COMMON.charAt(i);
            char c = text.charAt(i);
            boolean fits = expected == '0' ? c >= '0' && c <= '9' : c == expected;
            if (!fits) {
                return null;
            }
        }
        int year = number(text, 0, 4);
        if (year < 1) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            year,
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
