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
import java.time.temporal.TemporalAccessor;

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
                    .appendPattern("[XXX][XX][X]")
                    .optionalEnd()
                    .optionalEnd()
                    .toFormatter();
    private static final int LENGTH_OF_DATE = 10;

    private PublishedAt() {}

    /// Null when the text is no such time, or one outside the years 1 to 9999.
    static @Nullable Instant parse(String text) {
        String form = text;
        if (text.length() > LENGTH_OF_DATE && text.charAt(LENGTH_OF_DATE) == ' ') {
            form = text.substring(0, LENGTH_OF_DATE) + "T" + text.substring(LENGTH_OF_DATE + 1);
        }
        try {
            TemporalAccessor read =
                    FORM.parseBest(
                            form, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
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
}
