package newspulse.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts from rules of the form `name = one | another {slot} | {#} more`.
record Grammar(Map<String, List<String>> rules) {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9#]+)}");
    private static final int SMALLEST = 2;
    private static final int LARGEST = 980;

    /// Reads the rules of a resource beside this class.
    static Grammar named(String resource) throws IOException {
        try (InputStream in = Grammar.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not in the program");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Grammar parse(String text) {
        Map<String, List<String>> rules = new HashMap<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    rules.put(
                            line.substring(0, equals).strip(),
                            List.of(line.substring(equals + 1).strip().split(" \\| ")));
                });
        return new Grammar(Map.copyOf(rules));
    }

    /// One text of a rule; the same again for the same random numbers.
    String text(String rule, RandomGenerator random) {
        var text = new StringBuilder();
        append(text, rule, random);
        return text.toString();
    }

    private void append(StringBuilder text, String rule, RandomGenerator random) {
        if (rule.equals("#")) {
            text.append(random.nextInt(SMALLEST, LARGEST));
            return;
        }
        List<String> alternatives = rules.get(rule);
        if (alternatives == null) {
            throw new IllegalArgumentException("there is no rule " + rule);
        }
        String chosen = alternatives.get(random.nextInt(alternatives.size()));
        Matcher slot = SLOT.matcher(chosen);
        int from = 0;
        while (slot.find()) {
            text.append(chosen, from, slot.start());
            append(text, slot.group(1), random);
            from = slot.end();
        }
        text.append(chosen, from, chosen.length());
    }
}
