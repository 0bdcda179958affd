package newspulse.engine.entities;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.Articles;
import newspulse.engine.files.ModelFiles;
import newspulse.engine.text.Document;
import newspulse.model.Entity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class PlaceNamesTest {
    private static final EntityRecognizer RECOGNIZER =
            new EntityRecognizer(new ModelFiles("test", null));

    @ParameterizedTest
    @CsvSource({
        "fr, Le président de l’Allemagne arrive aux États-Unis, Allemagne;États-Unis",
        "de, Die Regierung in Frankreich spricht mit den Vereinigten Arabischen Emiraten, Frankreich",
        "es, El ministro viajó a Corea del Sur y Japón, Corea del Sur;Japón",
        "ja, 政府はインドネシアと中国に支援を送る, インドネシア;中国",
        "zh, 法国总统访问南非, 法国;南非",
        "zh, 總統訪問紐西蘭, 紐西蘭",
        "ru, Франция и Япония подписали договор, Франция;Япония"
    })
    void namesCountriesOfLanguagesWithoutAModel(String language, String text, String names) {
        assertThat(found(language, text)).containsExactly(names.split(";"));
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 新しいウインドウを開く",
        "vi, Ý kiến của người dân",
        "es, un plato de chile con carne",
        "und, Deutschland"
    })
    void takesNoOtherWordForACountry(String language, String text) {
        assertThat(found(language, text)).isEmpty();
    }

    @Test
    void countsACountryOfTitleAndTextAsOneEntity() {
        Document document = Articles.document("Besuch in Japan", "Japan und Kanada verhandeln.");
        List<Entity> entities = RECOGNIZER.of(document, "de");
        assertThat(entities).extracting(Entity::text).containsExactly("Japan", "Kanada");
        assertThat(entities.getFirst().count()).isEqualTo(2);
        assertThat(entities).extracting(Entity::type).containsOnly("LOCATION");
    }

    private static List<String> found(String language, String text) {
        return RECOGNIZER.mentions(Articles.document(text), language).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
