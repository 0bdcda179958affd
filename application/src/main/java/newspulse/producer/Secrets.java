package newspulse.producer;

import java.util.Optional;

/// Secrets that the list of sources names, by the name of their setting.
@FunctionalInterface
public interface Secrets {
    Optional<String> find(String setting);
}
