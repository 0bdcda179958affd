package newspulse.producer.folder;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// From rows of CSV (RFC 4180, UTF-8) to articles, by the names in the header row.
final class CsvRows {
    private static final CsvMapper MAPPER = new CsvMapper();

    private final FolderSpec folder;
    private final ObjectReader reader;
    private final List<@Nullable Field> columns = new ArrayList<>();
    private boolean isHeaderKnown;

    /// What a column can hold. Its name in the header may be written in any case, and with or
    /// without `_`, `-`, `.` and spaces.
    enum Field {
        ID,
        SOURCE_ID,
        SOURCE,
        TITLE,
        DESCRIPTION,
        CONTENT,
        AUTHOR,
        URL,
        URL_TO_IMAGE,
        PUBLISHED_AT,
        CATEGORY;

        private static @Nullable Field of(String header) {
            String name = header.toLowerCase(Locale.ROOT).replaceAll("[_.\\-\\s]+", "");
            return switch (name) {
                case "id" -> ID;
                case "sourceid" -> SOURCE_ID;
                case "source", "sourcename" -> SOURCE;
                case "title" -> TITLE;
                case "description" -> DESCRIPTION;
                case "content" -> CONTENT;
                case "author" -> AUTHOR;
                case "url" -> URL;
                case "urltoimage" -> URL_TO_IMAGE;
                case "publishedat" -> PUBLISHED_AT;
                case "category" -> CATEGORY;
                default -> null;
            };
        }
    }

    /// What a row is.
    sealed interface Row {}

    /// The first one, which names the columns.
    record Header() implements Row {}

    /// An article, as JSON.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Draft(byte[] json) implements Row {}

    record Unreadable(Failure failure) implements Row {}

    CsvRows(FolderSpec folder) {
        this.folder = folder;
        this.reader =
                MAPPER.readerFor(String[].class)
                        .with(CsvSchema.emptySchema().withColumnSeparator(folder.delimiter()))
                        .with(CsvReadFeature.WRAP_AS_ARRAY);
    }

    /// Takes the next row: the first is the header.
    Row row(byte[] row) {
        try {
            if (isHeaderKnown) {
                return new Draft(article(values(row)));
            }
            header(row);
            return new Header();
        } catch (UnreadableException e) {
            return new Unreadable(
                    new Failure(FailureCode.MALFORMED_CSV, String.valueOf(e.getMessage())));
        }
    }

    /// Names the columns; of a field that stands there twice the first one counts. Under a header
    /// that cannot be read no row can be.
    private void header(byte[] row) throws UnreadableException {
        isHeaderKnown = true;
        for (String name : values(row)) {
            Field field = Field.of(name);
            columns.add(columns.contains(field) ? null : field);
        }
    }

    private byte[] article(List<String> values) throws UnreadableException {
        if (values.size() != columns.size()) {
            throw new UnreadableException(
                    "The row has " + values.size() + " values, the header " + columns.size() + ".");
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (int i = 0; i < values.size(); i++) {
            Field field = columns.get(i);
            if (field != null && !values.get(i).isBlank()) {
                fields.put(field, values.get(i).strip());
            }
        }
        String id = fields.get(Field.ID);
        String category = fields.get(Field.CATEGORY);
        var draft =
                new ArticleDraft(
                        id,
                        fields.get(Field.SOURCE_ID),
                        fields.getOrDefault(Field.SOURCE, folder.publisher()),
                        fields.get(Field.TITLE),
                        fields.get(Field.DESCRIPTION),
                        fields.get(Field.CONTENT),
                        fields.get(Field.AUTHOR),
                        fields.get(Field.URL),
                        fields.get(Field.URL_TO_IMAGE),
                        fields.get(Field.PUBLISHED_AT),
                        category == null ? folder.category() : category,
                        false);
        return draft.toJson(id);
    }

    private List<String> values(byte[] row) throws UnreadableException {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(row)).toString();
            List<String[]> rows = reader.<String[]>readValues(text).readAll();
            if (rows.size() != 1) {
                throw new UnreadableException("It is " + rows.size() + " rows.");
            }
            return List.of(rows.getFirst());
        } catch (CharacterCodingException _) {
            throw new UnreadableException("The row is not in UTF-8.");
        } catch (JacksonException e) {
            throw new UnreadableException("The row is no CSV: " + e.getOriginalMessage());
        }
    }

    private static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
