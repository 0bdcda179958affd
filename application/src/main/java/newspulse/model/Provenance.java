package newspulse.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who gave an analysis, part by part, and what it took.
///
/// @param providers who answered each part: [#LOCAL] or the name of a provider
/// @param cached in order, the parts that were answered before, for the same text, and cost nothing
///   this time
/// @param costNanoUsd in billionths of a US dollar; where a provider did not say, the most that its
///   calls can have cost
/// @param tokens read and written by the models, together
public record Provenance(
        Map<Part, String> providers, Set<Part> cached, long costNanoUsd, long tokens) {
    /// The name of the engine in this process.
    public static final String LOCAL = "local";

    /// Of an analysis that never left the process.
    public static final Provenance ALL_LOCAL =
            new Provenance(
                    Arrays.stream(Part.values())
                            .collect(Collectors.toMap(Function.identity(), _ -> LOCAL)),
                    Set.of(),
                    0,
                    0);

    public Provenance {
        if (providers.size() != Part.values().length) {
            throw new IllegalArgumentException("not a provider for each part: " + providers);
        }
        providers = Collections.unmodifiableMap(new EnumMap<>(providers));
        cached = cached.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(cached));
        if (costNanoUsd < 0 || tokens < 0) {
            throw new IllegalArgumentException("less than nothing was used");
        }
    }

    /// Whether anybody outside the process had a part in it.
    public boolean isRefined() {
        return providers.values().stream().anyMatch(name -> !name.equals(LOCAL));
    }
}
