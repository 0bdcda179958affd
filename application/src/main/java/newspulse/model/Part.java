package newspulse.model;

/// A part of an analysis that a model can answer on its own.
public enum Part {
    SENTIMENT("sentiment"),
    SUBJECTS("topics"),
    KEYWORDS("keywords"),
    ENTITIES("entities");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /// The name on the wire, in settings and in metrics.
    public String label() {
        return label;
    }
}
