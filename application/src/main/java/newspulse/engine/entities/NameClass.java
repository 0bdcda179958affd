package newspulse.engine.entities;

import java.util.Locale;

/// What the gazetteer says of a name or of a word in names.
public enum NameClass {
    COUNTRY(0),
    REGION(1),
    CITY(2),
    /// Companies, which are also the first words of longer names: `Samsung`.
    COMPANY(3),
    /// Authorities, parties, agencies, leagues, media.
    BODY(4),
    /// Sports clubs by the name that only they have: `Arsenal`.
    CLUB(5),
    /// Words that organisations end in: `Ministry`, `Corp`.
    BODY_WORD(6),
    /// Words that places have in their names: `River`.
    PLACE_WORD(7),
    GIVEN_NAME(8),
    FAMILY_NAME(9),
    /// What stands before the name of a person: `President`.
    TITLE(10),
    /// Peoples, languages, faiths.
    PEOPLE(11),
    /// Months, days, holidays.
    CALENDAR(12),
    /// Whole names of well-known persons.
    PERSON(13);

    private final int bit;

    NameClass(int place) {
        bit = 1 << place;
    }

    int bit() {
        return bit;
    }

    static NameClass of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
