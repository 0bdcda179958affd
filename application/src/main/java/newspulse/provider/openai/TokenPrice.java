package newspulse.provider.openai;

import newspulse.provider.Usage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What tokens cost.
///
/// @param input US dollars for a million tokens read
/// @param output US dollars for a million tokens written
public record TokenPrice(BigDecimal input, BigDecimal output) {
    /// Billionths of a dollar for one token, where a million cost one dollar.
    private static final BigDecimal NANO_A_TOKEN = BigDecimal.valueOf(1_000);

    /// What so many tokens took, their cost rounded up.
    public Usage usage(long inputTokens, long outputTokens) {
        BigDecimal cost =
                input.multiply(BigDecimal.valueOf(inputTokens))
                        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                        .multiply(NANO_A_TOKEN);
        return new Usage(
                inputTokens, outputTokens, cost.setScale(0, RoundingMode.CEILING).longValueExact());
    }
}
