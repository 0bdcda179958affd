package newspulse.producer.sample;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words that samples are made of, for one language: publishers, what can stand in a slot, and
/// the events.
record SampleTexts(
        List<String> publishers, Map<String, List<String>> words, List<SampleTemplate> templates) {
    SampleTexts {
        publishers = List.copyOf(publishers);
        words = Map.copyOf(words);
        templates = List.copyOf(templates);
    }

    /// Reads the texts in this language (`en`, `ko`) that are built in.
    static SampleTexts builtIn(String language) {
        String name = "/newspulse/producer/samples-" + language + ".yaml";
        try (InputStream yaml = SampleTexts.class.getResourceAsStream(name)) {
            if (yaml == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return of(language, map(document));
        } catch (IOException e) {
            throw new IllegalStateException("the jar cannot be read", e);
        }
    }

    private static SampleTexts of(String language, Map<?, ?> document) {
        Map<String, List<String>> words = new HashMap<>();
        map(document.get("words"))
                .forEach((slot, values) -> words.put(String.valueOf(slot), strings(values)));
        List<SampleTemplate> templates = new ArrayList<>();
        for (Object event : list(document.get("events"))) {
            Map<?, ?> fields = map(event);
            templates.add(
                    new SampleTemplate(
                            language,
                            String.valueOf(fields.get("category")),
                            Boolean.TRUE.equals(fields.get("breaking")),
                            strings(fields.get("titles")),
                            String.valueOf(fields.get("lead")),
                            String.valueOf(fields.get("body"))));
        }
        return new SampleTexts(strings(document.get("publishers")), words, templates);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("the samples' file is broken: no map: " + value);
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalStateException("the samples' file is broken: no list: " + value);
    }

    private static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }
}
