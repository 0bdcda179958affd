package newspulse.provider;

/// What calls took.
///
/// @param inputTokens read by the model
/// @param outputTokens written by it
/// @param costNanoUsd in billionths of a US dollar
public record Usage(long inputTokens, long outputTokens, long costNanoUsd) {
    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage {
        if (inputTokens < 0 || outputTokens < 0 || costNanoUsd < 0) {
            throw new IllegalArgumentException("less than nothing was used");
        }
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }

    public boolean isFree() {
        return equals(NONE);
    }

    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costNanoUsd + other.costNanoUsd);
    }
}
