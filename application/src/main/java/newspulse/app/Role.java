package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.config.NearestName;
import newspulse.config.Setting;
import newspulse.model.Fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a process can be.
enum Role {
    PRODUCER(
            "asks sources and takes articles over HTTP, and publishes them", "PRODUCER_PORT", 8001),
    STREAM("validates, identifies and analyses articles, exactly once", "STREAM_PORT", 8003),
    INFERENCE("the engine behind HTTP", "INFERENCE_PORT", 8000),
    API(
            "keeps the read model in Redis; serves REST, WebSocket and the dashboard",
            "CONSUMER_PORT",
            8002),
    REFINER("has articles that deserve it refined by models outside", "REFINER_PORT", 8004);

    static final String ALL = "all";

    private final String description;
    private final String portName;
    private final int defaultPort;

    Role(String description, String portName, int defaultPort) {
        this.description = description;
        this.portName = portName;
        this.defaultPort = defaultPort;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Setting<Integer> port() {
        return Setting.port(
                portName, defaultPort, "Port of role " + label() + " when it runs alone");
    }

    static List<Setting<?>> portSettings() {
        return Arrays.stream(values()).<Setting<?>>map(Role::port).toList();
    }

    /// A line for each role.
    static String table() {
        var table = new StringBuilder();
        for (Role role : values()) {
            table.append("%-10s %s%n".formatted(role.label(), role.description));
        }
        return table.append("%-10s %s%n".formatted(ALL, "all of them in one process")).toString();
    }

    /// Reads `stream,api`.
    ///
    /// @throws ConfigurationException naming every role that does not exist
    static Set<Role> parse(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<Fault> faults = new ArrayList<>();
        List<String> labels = new ArrayList<>(List.of(ALL));
        Arrays.stream(values()).map(Role::label).forEach(labels::add);
        for (String one : text.split(",", -1)) {
            String label = one.strip().toLowerCase(Locale.ROOT);
            if (label.equals(ALL)) {
                roles.addAll(EnumSet.allOf(Role.class));
            } else if (labels.contains(label)) {
                roles.add(valueOf(label.toUpperCase(Locale.ROOT)));
            } else {
                faults.add(
                        new Fault(
                                "--roles",
                                "has no role of this name; did you mean "
                                        + NearestName.of(label, labels).orElse(ALL)
                                        + "?",
                                one));
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return roles;
    }
}
