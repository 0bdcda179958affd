package newspulse.provider;

import newspulse.model.Part;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What one call brought.
///
/// @param answered the parts with a usable answer
/// @param refused the parts whose answer broke a rule, each with the rule: no text of the answer,
///   which nobody checked
/// @param usage what the provider says it took, or null where it does not say
public record Answer(
        Map<Part, PartAnswer> answered, Map<Part, String> refused, @Nullable Usage usage) {
    public Answer {
        answered = Map.copyOf(answered);
        refused = Map.copyOf(refused);
    }
}
