package newspulse.provider.onnx;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;
import newspulse.model.Sentiment;
import newspulse.model.Subject;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out from a model's labels what it answers. `labels.json`, an object from the model's
/// labels to ours or null, stands before the meanings that are known of published models.
final class TaskReader {
    private static final Pattern POSITION = Pattern.compile("([BILUSE])[-_](.+)");
    private static final Pattern ENTITY_TYPE = Pattern.compile("[A-Z][A-Z_]{0,49}");
    private static final String OUTSIDE = "O";
    private static final String HINT = "; say in labels.json what it means, or null";

    private final ModelFiles files;
    private final ModelConfig config;
    private final Map<String, Optional<String>> told = new HashMap<>();

    private TaskReader(ModelFiles files, ModelConfig config) {
        this.files = files;
        this.config = config;
    }

    /// Reads what a model is for.
    ///
    /// @throws ConfigurationException when a label means nothing known
    static Task read(ModelFiles files, ModelConfig config) {
        TaskReader reader = new TaskReader(files, config);
        if (Files.exists(files.labels())) {
            reader.readLabels(files.labels());
        }
        return switch (config.kind()) {
            case SEQUENCE -> reader.sequence();
            case TOKEN -> reader.entities();
        };
    }

    private void readLabels(Path file) {
        JsonNode json = ModelConfig.json(file);
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String label = entry.getKey();
            if (config.labels().stream().noneMatch(one -> one.equals(label) || isOf(label, one))) {
                throw Faults.of(file, label, "is no label of the model", null);
            }
            if (!entry.getValue().isNull() && !entry.getValue().isString()) {
                String got = entry.getValue().toString();
                throw Faults.of(file, label, "must be a text or null", got);
            }
            told.put(
                    label,
                    entry.getValue().isNull()
                            ? Optional.empty()
                            : Optional.of(entry.getValue().asString()));
        }
    }

    private static boolean isOf(String type, String label) {
        Matcher position = POSITION.matcher(label);
        return position.matches() && position.group(2).equals(type);
    }

    private Task sequence() {
        List<Fault> notTone = new ArrayList<>();
        List<@Nullable Sentiment> tones = meanings(Meanings::sentiment, notTone);
        if (notTone.isEmpty() && tones.stream().distinct().count() > 1) {
            return new Task.Tone(tones, config.multiLabel());
        }
        List<Fault> notSubject = new ArrayList<>();
        List<@Nullable Subject> subjects = meanings(Meanings::subject, notSubject);
        if (notSubject.isEmpty() && subjects.stream().anyMatch(one -> one != null)) {
            return new Task.Subjects(subjects, config.multiLabel());
        }
        List<Fault> fewer = notTone.size() <= notSubject.size() ? notTone : notSubject;
        if (fewer.isEmpty()) {
            throw Faults.of(files.labels(), "must leave more than one meaning");
        }
        throw new ConfigurationException(fewer);
    }

    private <T> List<@Nullable T> meanings(
            Function<String, Optional<T>> known, List<Fault> faults) {
        List<@Nullable T> meanings = new ArrayList<>();
        for (int id = 0; id < config.labels().size(); id++) {
            String label = config.labels().get(id);
            Optional<String> name = told.getOrDefault(label, Optional.of(label));
            Optional<T> meaning = name.flatMap(known);
            if (name.isPresent() && meaning.isEmpty()) {
                faults.addAll(unknown(id, name.get(), "is neither a sentiment nor a topic"));
            }
            meanings.add(meaning.orElse(null));
        }
        return meanings;
    }

    private Task entities() {
        List<Task.Tag> tags = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int id = 0; id < config.labels().size(); id++) {
            tags.add(tag(id, config.labels().get(id), faults));
        }
        if (faults.isEmpty() && tags.stream().allMatch(tag -> tag.type() == null)) {
            faults.addAll(
                    Faults.of(files.config(), "id2label", "names no type of entity", null)
                            .faults());
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return new Task.Entities(tags);
    }

    private Task.Tag tag(int id, String label, List<Fault> faults) {
        if (label.equals(OUTSIDE)) {
            return Task.Tag.OUTSIDE;
        }
        Matcher position = POSITION.matcher(label);
        boolean hasPosition = position.matches();
        String type = hasPosition ? position.group(2) : label;
        boolean begins = hasPosition && "BUS".contains(position.group(1));
        Optional<String> name = told.getOrDefault(label, told.getOrDefault(type, unless(type)));
        if (name.isEmpty()) {
            return Task.Tag.OUTSIDE;
        }
        Optional<String> meaning = Meanings.entity(name.get());
        boolean own = told.containsKey(label) || told.containsKey(type);
        if (meaning.isEmpty() && own && ENTITY_TYPE.matcher(name.get()).matches()) {
            meaning = name;
        }
        if (meaning.isEmpty()) {
            faults.addAll(unknown(id, name.get(), "is no type of entity"));
        }
        return new Task.Tag(begins, meaning.orElse(null));
    }

    private static Optional<String> unless(String type) {
        return Meanings.isUntold(type) ? Optional.empty() : Optional.of(type);
    }

    private List<Fault> unknown(int id, String name, String message) {
        String label = config.labels().get(id);
        return told.containsKey(label)
                ? Faults.of(files.labels(), label, message, name).faults()
                : Faults.of(files.config(), "id2label." + id, message + HINT, name).faults();
    }
}
