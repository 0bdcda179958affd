package newspulse.engine.entities;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.Articles;
import newspulse.engine.files.ModelFiles;
import newspulse.engine.text.Document;
import newspulse.model.Entity;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

final class KoreanEntitiesTest {
    private static final EntityRecognizer RECOGNIZER =
            new EntityRecognizer(new ModelFiles("test", null));

    @Test
    void findsNamesWithoutTheirParticles() {
        assertThat(types("삼성전자가 미국 텍사스에 공장을 짓는다고 한국은행이 밝혔다"))
                .contains("삼성전자 ORGANIZATION", "미국 텍사스 LOCATION", "한국은행 ORGANIZATION");
    }

    @Test
    void namesPersons() {
        assertThat(types("문재인 대통령은 25일 서울에서 김철수 의원을 만났다"))
                .contains("문재인 PERSON", "서울 LOCATION", "김철수 PERSON");
    }

    @Test
    void leavesDatesAndQuantitiesOut() {
        assertThat(types("지난 3월 25일 오후 2시에 사과 300개가 팔렸다")).isEmpty();
    }

    @Test
    void takesShortNamesForTheLongOnes() {
        Document document = Articles.document("삼성전자 주가 급등", "삼성전자는 올해 이익이 늘었다고 밝혔다. 삼성은 투자를 늘린다.");
        assertThat(RECOGNIZER.of(document, "ko"))
                .filteredOn(entity -> entity.text().equals("삼성전자"))
                .singleElement()
                .satisfies(entity -> assertThat(entity.count()).isEqualTo(3));
    }

    @Test
    void knowsTheCountriesOfTheWorld() {
        long known = 0;
        List<String> countries = List.of(Locale.getISOCountries());
        for (String country : countries) {
            String name = Locale.of("", country).getDisplayCountry(Locale.KOREAN);
            known += types("대통령이 " + name + "에서 회담을 가졌다").contains(name + " LOCATION") ? 1 : 0;
        }
        assertThat(known).isGreaterThan(countries.size() * 85 / 100);
    }

    private static List<String> types(String title) {
        return RECOGNIZER.of(Articles.document(title), "ko").stream()
                .map(KoreanEntitiesTest::typed)
                .toList();
    }

    private static String typed(Entity entity) {
        return entity.text() + " " + entity.type();
    }
}
