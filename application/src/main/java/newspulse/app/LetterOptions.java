package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.deadletter.DeadLetter.Position;
import newspulse.deadletter.LetterFilter;
import newspulse.model.Fault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which letters a command is about.
final class LetterOptions {
    private static final Pattern AGO = Pattern.compile("(\\d{1,9})([smhd])");

    @Parameters(
            paramLabel = "PARTITION-OFFSET",
            arity = "0..*",
            description = "Letters by their position, as list prints it.")
    private List<String> positions = List.of();

    @Option(
            names = "--kind",
            split = ",",
            paramLabel = "KIND",
            description = "invalid, transient, overloaded, bug")
    private List<String> kinds = List.of();

    @Option(
            names = "--code",
            split = ",",
            paramLabel = "CODE",
            description = "malformed_json, invalid_article ...")
    private List<String> codes = List.of();

    @Option(
            names = "--source",
            split = ",",
            paramLabel = "NAME",
            description = "Of these sources; letters that cannot be read have none.")
    private List<String> sources = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Died then or later: 2026-03-01T12:00:00Z, or 30m, 2h, 7d ago.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Died before then.")
    private @Nullable String until;

    /// The letters that are meant.
    ///
    /// @throws ConfigurationException that names the option that cannot be understood
    LetterFilter filter(Instant now) {
        Set<Position> wanted = new HashSet<>();
        for (String position : positions) {
            try {
                wanted.add(Position.parse(position));
            } catch (IllegalArgumentException _) {
                throw fault("PARTITION-OFFSET", "must be two numbers, such as 3-1204", position);
            }
        }
        return new LetterFilter(
                wanted,
                Set.copyOf(kinds),
                Set.copyOf(codes),
                Set.copyOf(sources),
                moment("--since", since, now),
                moment("--until", until, now));
    }

    private static @Nullable Instant moment(String option, @Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long amount = Long.parseLong(ago.group(1));
            return now.minus(
                    switch (ago.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw fault(option, "must be a time such as 2026-03-01T12:00:00Z, or 2h", text);
        }
    }

    private static ConfigurationException fault(String option, String rule, String given) {
        return new ConfigurationException(List.of(new Fault(option, rule, given)));
    }
}
