package newspulse.intake;

import newspulse.model.Article;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import java.util.ArrayList;
import java.util.List;

/// The one way in: reads RawNewsArticle JSON, or takes a draft, and answers a valid article or
/// every fault of it. Pure, and never throws on any bytes.
public final class Intake {
    private final boolean idMayBeMissing;

    private Intake(boolean idMayBeMissing) {
        this.idMayBeMissing = idMayBeMissing;
    }

    /// For the inference service, where a client must name its articles.
    public static Intake requiringIds() {
        return new Intake(false);
    }

    /// For the pipeline, where a missing id is derived from source and canonical URL.
    public static Intake derivingIds() {
        return new Intake(true);
    }

    /// What became of one article.
    public sealed interface Outcome {}

    public record Admitted(Article article) implements Outcome {}

    public record Refused(Failure failure) implements Outcome {}

    /// A body that holds one article or an array of them.
    public sealed interface Body {}

    /// The articles of a body in their order, and whether they stood in an array.
    public record Articles(boolean isArray, List<Element> elements) implements Body {}

    public record Unreadable(Failure failure) implements Body {}

    /// One article and where it stands in the bytes of the body: from `start` (included) to `end`
    /// (excluded); `path` is empty, or its index within an array: `[3]`.
    public record Element(String path, Outcome outcome, int start, int end) {
        /// The outcome with faults as the body as a whole has them: `[3].title`.
        public Outcome outcomeInBody() {
            return path.isEmpty() ? outcome : within(path, outcome);
        }
    }

    public Outcome check(ArticleDraft draft) {
        return Validator.check(draft, List.of(), idMayBeMissing);
    }

    /// Reads one article: the value of a record, a line of a file.
    public Outcome read(byte @Nullable [] json) {
        return switch (readAll(json)) {
            case Unreadable(Failure failure) -> new Refused(failure);
            case Articles(boolean isArray, _) when isArray -> refused("must be an object");
            case Articles(_, List<Element> elements) -> elements.getFirst().outcome();
        };
    }

    /// The id that an article names, found without reading on and without checking anything else;
    /// null where there is none that could be valid, or no article.
    public static @Nullable String idOf(byte[] json) {
        try (JsonParser parser = Json.parser(json, 0, json.length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isId = parser.currentName().equals("id");
                JsonToken value = parser.nextToken();
                if (isId) {
                    String id = value == JsonToken.VALUE_STRING ? parser.getString().strip() : "";
                    return Validator.isId(id) ? id : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /// Reads one article or an array of them.
    public Body readAll(byte @Nullable [] json) {
        if (json == null || json.length == 0) {
            return new Unreadable(new Failure(FailureCode.EMPTY_RECORD, "There is no content."));
        }
        if (json[0] == 0 || (json.length > 1 && json[1] == 0)) {
            return malformed("must be UTF-8");
        }
        try (JsonParser parser = Json.parser(json, 0, json.length)) {
            boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
            List<Element> elements = isArray ? elements(parser) : List.of(element(parser, ""));
            if (parser.nextToken() != null) {
                return malformed("holds more than one document");
            }
            return new Articles(isArray, elements);
        } catch (StreamReadException e) {
            return malformed(
                    e.getOriginalMessage()
                            + " (line "
                            + e.getLocation().getLineNr()
                            + ", column "
                            + e.getLocation().getColumnNr()
                            + ")");
        } catch (JacksonException e) {
            return malformed(e.getOriginalMessage());
        }
    }

    private List<Element> elements(JsonParser parser) {
        List<Element> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element(parser, "[" + elements.size() + "]"));
        }
        return elements;
    }

    private Element element(JsonParser parser, String path) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        Outcome outcome;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var reader = new DraftReader(parser);
            outcome = Validator.check(reader.read(), reader.faults(), idMayBeMissing);
        } else {
            parser.skipChildren();
            outcome = refused("must be an object");
        }
        int end = (int) parser.currentLocation().getByteOffset();
        return new Element(path, outcome, start, end);
    }

    private static Outcome within(String path, Outcome outcome) {
        return switch (outcome) {
            case Admitted admitted -> admitted;
            case Refused(Failure failure) ->
                    new Refused(
                            new Failure(
                                    failure.code(),
                                    failure.detail(),
                                    failure.faults().stream()
                                            .map(fault -> fault.within(path))
                                            .toList()));
        };
    }

    private static Refused refused(String message) {
        return new Refused(
                new Failure(
                        FailureCode.INVALID_ARTICLE,
                        "The article breaks 1 rule(s).",
                        List.of(new Fault("", message))));
    }

    private static Unreadable malformed(String why) {
        return new Unreadable(
                new Failure(FailureCode.MALFORMED_JSON, "The JSON is malformed: " + why));
    }
}
