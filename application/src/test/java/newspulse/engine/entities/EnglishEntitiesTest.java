package newspulse.engine.entities;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.Articles;
import newspulse.engine.files.ModelFiles;
import newspulse.engine.text.Document;
import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;

final class EnglishEntitiesTest {
    private static final EntityRecognizer RECOGNIZER =
            new EntityRecognizer(new ModelFiles("test", null));

    @Test
    void namesPersonsOrganisationsAndLocations() {
        assertThat(
                        types(
                                Articles.document(
                                        "Chancellor Angela Merkel met officials of the European"
                                                + " Union in Brussels on Tuesday")))
                .contains(
                        "Angela Merkel PERSON", "European Union ORGANIZATION", "Brussels LOCATION");
    }

    @Test
    void readsHeadlinesInCapitalsAndInTitleCase() {
        assertThat(types(Articles.document("FRANCE AND GERMANY TO CLOSE EMBASSIES IN IRAN")))
                .containsExactlyInAnyOrder("FRANCE LOCATION", "GERMANY LOCATION", "IRAN LOCATION");
        assertThat(types(Articles.document("Boris Johnson Says He Will Visit Japan Next Week")))
                .contains("Boris Johnson PERSON", "Japan LOCATION")
                .hasSize(2);
    }

    @Test
    void knowsWellKnownAcronymsWhereverTheyStand() {
        assertThat(
                        types(
                                Articles.document(
                                        "Boss of IBM goes as AI cuts jobs and the OPCW looks on")))
                .containsExactlyInAnyOrder("IBM ORGANIZATION", "OPCW ORGANIZATION");
        assertThat(
                        types(
                                Articles.document(
                                        "Prices, measured by the CPI, fell, and the ONS said so")))
                .containsExactly("ONS ORGANIZATION");
        assertThat(types(Articles.document("PATIENTS WHO ASK FOR HELP WAIT LONGER THAN BEFORE")))
                .isEmpty();
    }

    @Test
    void takesAbbreviationsOfACountryForItsName() {
        Document document =
                Articles.document(
                        "Talks with the United States go on",
                        "The U.S. said so on Monday. Officials of the US met in London, and the U.S."
                                + " sent a letter to France.");
        assertThat(RECOGNIZER.of(document, "en"))
                .extracting(Entity::text)
                .contains("United States")
                .doesNotContain("U.S.", "US", "U.S");
    }

    @Test
    void takesShortNamesOfOneArticleForTheLongOnes() {
        Document document =
                Articles.document(
                        "Samsung Electronics beats forecasts",
                        "Samsung Electronics said on Friday that profits rose. Analysts had expected"
                                + " less from Samsung. Jane Fletcher, who runs the unit, said so."
                                + " Fletcher joined the company in 2004.");
        List<Entity> entities = RECOGNIZER.of(document, "en");
        assertThat(entities).extracting(Entity::text).doesNotContain("Samsung", "Fletcher");
        assertThat(entities.getFirst().text()).isEqualTo("Samsung Electronics");
        assertThat(entities.getFirst().count()).isEqualTo(3);
        assertThat(entities)
                .filteredOn(entity -> entity.text().equals("Jane Fletcher"))
                .singleElement()
                .satisfies(entity -> assertThat(entity.count()).isEqualTo(2));
    }

    @Test
    void leavesPeoplesAndLanguagesOut() {
        assertThat(types(Articles.document("The French and Italian ministers spoke English")))
                .isEmpty();
    }

    @Test
    void leavesPossessivesOutOfMentions() {
        Document document = Articles.document("The economy of Poland and Poland's banks");
        assertThat(RECOGNIZER.of(document, "en"))
                .singleElement()
                .satisfies(entity ->
                        assertThat(entity.mentions())
                                .containsExactly(
                                        new Mention(Field.TITLE, 15, 21),
                                        new Mention(Field.TITLE, 26, 32)));
    }

    @Test
    void tellsWhichFieldEachMentionIsIn() {
        Document document =
                Document.of(
                        Articles.article(
                                "A visit to Canada",
                                "Officials flew to Canada.",
                                "In Canada, snow."));
        assertThat(RECOGNIZER.of(document, "en").getFirst().mentions())
                .containsExactly(
                        new Mention(Field.TITLE, 11, 17),
                        new Mention(Field.DESCRIPTION, 18, 24),
                        new Mention(Field.CONTENT, 3, 9));
    }

    @Test
    void countsADescriptionThatTheContentRepeatsAsAFieldOfItsOwn() {
        Document document =
                Document.of(
                        Articles.article(
                                "What the weather does",
                                "In Canada, snow.",
                                "In Canada, snow. In Mexico, sun."));
        assertThat(RECOGNIZER.of(document, "en"))
                .filteredOn(entity -> entity.text().equals("Canada"))
                .singleElement()
                .satisfies(entity ->
                        assertThat(entity.mentions())
                                .containsExactly(
                                        new Mention(Field.DESCRIPTION, 3, 9),
                                        new Mention(Field.CONTENT, 3, 9)));
    }

    @ParameterizedTest
    @CsvSource({
        "UN,United Nations",
        "ECB,European Central Bank",
    })
    void takesAnAbbreviationForWhatItIsMadeOf(String shortName, String longName) {
        Document document =
                Articles.document(
                        "The report of the " + longName,
                        "The "
                                + longName
                                + " said on Monday it agreed. The "
                                + shortName
                                + " had disagreed before.");
        assertThat(RECOGNIZER.of(document, "en"))
                .extracting(Entity::text)
                .contains(longName)
                .doesNotContain(shortName);
    }

    @Test
    void takesTheWordThatOrganisationsEndInForPartOfTheName() {
        Document document =
                Articles.document(
                        "Chip maker lifts its outlook",
                        "Borealis Semiconductor said on Monday that revenue rose in Norway.");
        assertThat(RECOGNIZER.of(document, "en"))
                .filteredOn(entity -> entity.text().startsWith("Borealis"))
                .singleElement()
                .satisfies(entity -> {
                    assertThat(entity.text()).isEqualTo("Borealis Semiconductor");
                    assertThat(entity.type()).isEqualTo("ORGANIZATION");
                });
    }

    @Test
    void knowsTheCountriesOfTheWorld() {
        long known = 0;
        List<String> countries = List.of(Locale.getISOCountries());
        for (String country : countries) {
            String name = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
            String text = "The president arrived in " + name + " on Monday.";
            known += types(Articles.document("A visit", text)).contains(name + " LOCATION") ? 1 : 0;
        }
        assertThat(known).isGreaterThan(countries.size() * 85 / 100);
    }

    @Test
    void explainsWhatMadeAName() {
        List<Explained> reasons =
                RECOGNIZER.explain(Articles.document("Talks were held in Paris"), "en");
        assertThat(reasons)
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.text()).isEqualTo("Paris");
                    assertThat(reason.classes()).contains("city");
                    assertThat(reason.margin()).isPositive();
                    assertThat(reason.recalled()).isFalse();
                });
    }

    @Test
    void namesOnlyCountriesOfOtherLanguages() {
        assertThat(types(RECOGNIZER.of(Articles.document("La France et Emmanuel Macron"), "fr")))
                .containsExactly("France LOCATION");
    }

    private static List<String> types(Document document) {
        return types(RECOGNIZER.of(document, "en"));
    }

    private static List<String> types(List<Entity> entities) {
        return entities.stream().map(entity -> entity.text() + " " + entity.type()).toList();
    }
}
