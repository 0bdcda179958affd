package newspulse.producer.feed;

import java.util.Locale;

/// What had to be mended in a document or an entry before it could become an article. The label
/// stands in the article's `ingest.repairs`.
public enum Repair {
    ENCODING("the bytes are not in the charset that was declared"),
    LEADING_TEXT("text stands before the document"),
    DOCTYPE("a document type was taken out; nothing of it was loaded or expanded"),
    CONTROL_CHARACTERS("characters that XML does not allow were taken out"),
    ENTITIES("entities that XML does not know were resolved as HTML has them, or kept as text"),
    AMPERSANDS("ampersands or angle brackets stood alone and were taken as text"),
    TAGS("elements were not closed, or closed and never opened"),
    TRUNCATED("the document ends too early"),
    LINK_RELATIVE("the address was made absolute"),
    LINK_FROM_ID("the address was taken from the identifier"),
    GUID_MISSING("there is no identifier; the address stands in for it"),
    GUID_DOUBLED("entries share the identifier; the address stands in for it"),
    GUID_CHANGED("the identifier has changed; the first one seen is kept"),
    GUID_UNTRUSTED("the identifier is too short to be one; the address stands in for it"),
    DATE_MISSING("there is no date; when the entry was first seen stands in for it"),
    DATE_UNREADABLE("the date is none; when the entry was first seen stands in for it"),
    TITLE_MARKUP("markup was taken out of the title"),
    TITLE_FROM_TEXT("the title was missing or too short; the text's beginning stands in for it");

    private final String label = name().toLowerCase(Locale.ROOT);
    private final String meaning;

    Repair(String meaning) {
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    /// One clause for people.
    public String meaning() {
        return meaning;
    }
}
