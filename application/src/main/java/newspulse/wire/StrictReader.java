package newspulse.wire;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.Serial;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes values of the type that is expected from a parser that stands at them, and throws on any
/// other. Texts are well-formed Unicode: half a surrogate pair could be read, and never written.
final class StrictReader {
    private final JsonParser parser;

    StrictReader(JsonParser parser) {
        this.parser = parser;
    }

    /// The document is not what it should be.
    static final class UnfitException extends RuntimeException {
        @Serial private static final long serialVersionUID = 1;

        /// @param message names fields, never values: they are from outside
        UnfitException(String message) {
            super(message, null, false, false);
        }
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new UnfitException("no " + field);
        }
        return value;
    }

    /// Reads an object; `field` takes the value of each field, of which it is told the name.
    void object(String name, Consumer<String> field) {
        expect(name, "an object", parser.currentToken() == JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String one = parser.currentName();
            parser.nextToken();
            field.accept(one);
        }
    }

    void array(String name, Runnable element) {
        expect(name, "an array", parser.currentToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /// Passes over a value that nobody here knows.
    void skip() {
        parser.skipChildren();
    }

    String text(String name) {
        expect(name, "text", parser.currentToken() == JsonToken.VALUE_STRING);
        String text = parser.getString();
        expect(name, "Unicode", text.codePoints().noneMatch(StrictReader::isHalfAPair));
        return text;
    }

    @Nullable String optionalText(String name) {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : text(name);
    }

    <T> T oneOf(String name, Map<String, T> labels) {
        T value = labels.get(text(name));
        if (value == null) {
            throw new UnfitException(name + " is none of " + labels.size() + " known labels");
        }
        return value;
    }

    boolean flag(String name) {
        boolean isTrue = parser.currentToken() == JsonToken.VALUE_TRUE;
        expect(name, "true or false", isTrue || parser.currentToken() == JsonToken.VALUE_FALSE);
        return isTrue;
    }

    double number(String name) {
        expect(name, "a number", parser.currentToken().isNumeric());
        return parser.getDoubleValue();
    }

    BigDecimal decimal(String name) {
        expect(name, "a number", parser.currentToken().isNumeric());
        return parser.getDecimalValue();
    }

    int integer(String name) {
        return Math.toIntExact(wholeNumber(name));
    }

    long wholeNumber(String name) {
        expect(name, "a whole number", parser.currentToken() == JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException _) {
            throw new UnfitException(name + " is no ISO 8601 time");
        }
    }

    /// Each value by the name that the wire has for it.
    static <T> Map<String, T> byLabel(T[] values, Function<T, String> label) {
        return Arrays.stream(values)
                .collect(Collectors.toUnmodifiableMap(label, Function.identity()));
    }

    private static boolean isHalfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static void expect(String name, String type, boolean holds) {
        if (!holds) {
            throw new UnfitException(name + " is not " + type);
        }
    }
}
