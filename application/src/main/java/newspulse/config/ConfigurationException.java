package newspulse.config;

import newspulse.model.Fault;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// The configuration cannot be used; carries everything that is wrong with it.
public final class ConfigurationException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public ConfigurationException(List<Fault> faults) {
        super(faults.stream().distinct().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
