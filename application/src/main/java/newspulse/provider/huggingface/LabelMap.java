package newspulse.provider.huggingface;

import newspulse.config.Setting;
import newspulse.provider.checked.BrokenRuleException;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a model's labels are called here. Labels are compared without regard to case.
///
/// @param names in lower case; kept sorted, so that the same map always reads the same
record LabelMap(Map<String, String> names) {
    /// For labels that are known and say nothing that is published.
    static final String IGNORED = "ignore";

    LabelMap {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /// A setting that holds `label=name` pairs, separated by commas; a name is one of `allowed`.
    static Setting<LabelMap> setting(String name, List<String> allowed, String meaning) {
        return new Setting<>(
                name,
                List.of(),
                "label=name,... with names of: " + String.join(" ", allowed) + " " + IGNORED,
                null,
                meaning,
                false,
                text -> parse(text, allowed));
    }

    private static LabelMap parse(String text, List<String> allowed) {
        Map<String, String> names = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            int at = pair.lastIndexOf('=');
            String label = at < 0 ? "" : pair.substring(0, at).strip();
            String name = pair.substring(at + 1).strip();
            boolean known = allowed.contains(name) || name.equals(IGNORED);
            if (label.isEmpty() || !known) {
                throw new IllegalArgumentException("not such pairs");
            }
            names.put(label.toLowerCase(Locale.ROOT), name);
        }
        return new LabelMap(names);
    }

    /// These names, and for labels that have none here the others'.
    LabelMap or(LabelMap others) {
        Map<String, String> all = new HashMap<>(others.names);
        all.putAll(names);
        return new LabelMap(all);
    }

    String name(String label) throws BrokenRuleException {
        String name = names.get(label.toLowerCase(Locale.ROOT));
        if (name == null) {
            throw new BrokenRuleException("the model has a label that none here corresponds to");
        }
        return name;
    }
}
