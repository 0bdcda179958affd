package newspulse.model;

import java.util.Locale;

/// What an article is about: one taxonomy for every language. The wire calls it `topics`; in code a
/// topic is Kafka's.
public enum Subject {
    POLITICS,
    WORLD,
    BUSINESS,
    SCIENCE_TECHNOLOGY,
    HEALTH,
    SPORT,
    CULTURE_ENTERTAINMENT,
    SOCIETY,
    ENVIRONMENT;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name on the wire.
    public String label() {
        return label;
    }
}
