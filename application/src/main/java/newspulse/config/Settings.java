package newspulse.config;

import newspulse.model.Fault;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The values an operator gave, by setting name. Reading never stops at the first fault: all of
/// them are kept, and [#check] throws them together.
public final class Settings {
    private static final String PLACEHOLDER = "your_api_key_here";

    private final Map<String, String> given;
    private final List<Fault> faults = new ArrayList<>();

    /// Takes what was set, by name in the form of an environment variable.
    public Settings(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /// The same settings, with other defaults where the operator gave nothing under any name.
    public Settings withDefaults(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.putAll(given);
        return new Settings(all);
    }

    /// The value given, or the default. After a fault the default is answered, so that reading can
    /// go on to find the others.
    public <T> T get(Setting<T> setting) {
        T value = find(setting);
        if (value == null) {
            throw new NoSuchElementException(setting.name() + " has no default: use optional()");
        }
        return value;
    }

    public <T> Optional<T> optional(Setting<T> setting) {
        return Optional.ofNullable(find(setting));
    }

    /// Whether the operator set it, under any of its names.
    public boolean isGiven(Setting<?> setting) {
        return givenText(setting) != null;
    }

    /// What holds for a setting as text, secrets masked: for `--print-config`.
    public String shown(Setting<?> setting) {
        String text = givenText(setting);
        if (text != null) {
            return setting.secret() ? "********" : text;
        }
        return setting.defaultText() == null ? "" : setting.defaultText();
    }

    /// Adds a fault found by comparing settings.
    public void reject(Fault fault) {
        faults.add(fault);
    }

    /// Ends the reading.
    ///
    /// @throws ConfigurationException with every fault met so far
    public void check() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    private <T> @Nullable T find(Setting<T> setting) {
        String text = givenText(setting);
        if (text != null) {
            try {
                return setting.parser().parse(text);
            } catch (IllegalArgumentException _) {
                String told = setting.secret() ? null : text;
                faults.add(new Fault(setting.name(), "must be " + setting.type(), told));
            }
        }
        return setting.defaultText() == null ? null : setting.parser().parse(setting.defaultText());
    }

    private @Nullable String givenText(Setting<?> setting) {
        List<String> names = new ArrayList<>();
        names.add(setting.name());
        names.addAll(setting.aliases());
        for (String name : names) {
            String text = given.get(name);
            if (text == null && setting.secret()) {
                text = fromFile(name);
            }
            if (text != null && !text.isBlank() && !text.strip().equals(PLACEHOLDER)) {
                return text.strip();
            }
        }
        return null;
    }

    private @Nullable String fromFile(String name) {
        String file = given.get(name + "_FILE");
        if (file == null || file.isBlank()) {
            return null;
        }
        try {
            return Files.readString(Path.of(file.strip()));
        } catch (IOException | IllegalArgumentException e) {
            faults.add(new Fault(name + "_FILE", "cannot be read: " + e, file));
            return null;
        }
    }
}
