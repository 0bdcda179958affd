package newspulse.engine.entities;

import newspulse.engine.text.Document;
import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;
import newspulse.model.Salience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Puts the mentions of a document together: one entity for all names of it, the most salient
/// first.
final class EntityList {
    /// More names than this are a list, not a story.
    private static final int MOST = 50;

    private final Document document;
    private final Gazetteer gazetteer;
    private final Map<String, Surface> surfaces = new HashMap<>();
    private final List<Surface> order = new ArrayList<>();
    private final double units;

    EntityList(Document document, Gazetteer gazetteer) {
        this.document = document;
        this.gazetteer = gazetteer;
        int sum = 1;
        for (int part = 0; part < document.parts(); part++) {
            sum += document.part(part).text.length();
        }
        units = sum;
    }

    List<Entity> of(List<Span> spans) {
        int before = 0;
        int part = 0;
        for (Span span : spans) {
            for (; part < span.part(); part++) {
                before += document.part(part).text.length();
            }
            note(span, (before + span.start()) / units);
        }
        merge();
        return entities();
    }

    private void note(Span span, double at) {
        String text = document.part(span.part()).text.substring(span.start(), span.end());
        String key = text.toLowerCase(Locale.ROOT);
        Surface surface = surfaces.get(key);
        if (surface == null) {
            if (order.size() == MOST) {
                return;
            }
            surface = new Surface(text, span.kind(), at);
            surfaces.put(key, surface);
            order.add(surface);
        }
        Field field = document.field(span.part());
        surface.count++;
        surface.inTitle |= field == Field.TITLE;
        surface.mentions.add(new Mention(field, span.start(), span.end()));
        if (field == Field.CONTENT && span.end() <= document.repeated()) {
            surface.mentions.add(new Mention(Field.DESCRIPTION, span.start(), span.end()));
        }
    }

    /// Gives each name to the first longer one that may be called by it.
    private void merge() {
        for (Surface shorter : order) {
            for (Surface longer : order) {
                if (shorter.entity == shorter && longer.isCalled(shorter, gazetteer)) {
                    shorter.entity = longer;
                }
            }
        }
    }

    private List<Entity> entities() {
        Map<Surface, List<Surface>> names = new HashMap<>();
        for (Surface surface : order) {
            Surface entity = surface;
            while (entity.entity != entity) {
                entity = entity.entity;
            }
            names.computeIfAbsent(entity, key -> new ArrayList<>(2)).add(surface);
        }
        List<Entity> entities = new ArrayList<>(names.size());
        for (Surface surface : order) {
            if (surface.entity == surface) {
                entities.add(entity(surface, names.getOrDefault(surface, List.of())));
            }
        }
        entities.sort(Salience.MOST_FIRST);
        return entities;
    }

    private static Entity entity(Surface name, List<Surface> all) {
        List<Mention> mentions = new ArrayList<>();
        int count = 0;
        boolean inTitle = false;
        double first = 1;
        for (Surface surface : all) {
            mentions.addAll(surface.mentions);
            count += surface.count;
            inTitle |= surface.inTitle;
            first = Math.min(first, surface.first);
        }
        mentions.sort(Comparator.comparing(Mention::field).thenComparingInt(Mention::start));
        int listed = mentions.size();
        return new Entity(
                name.text,
                name.kind.name(),
                listed,
                Salience.of(count, inTitle, first),
                mentions.subList(0, Math.min(listed, Entity.MAX_MENTIONS)));
    }
}
