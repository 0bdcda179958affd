package newspulse.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.Articles;
import newspulse.engine.files.ModelFiles;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageIdentifierTest {
    private final LanguageIdentifier languages = languages();

    private static LanguageIdentifier languages() {
        ModelFiles files = new ModelFiles("test", null);
        return new LanguageIdentifier(files.lines("en/words.tsv"), files.lines("latin-words.tsv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Markets fall after the central bank says it will raise rates|en",
                "Why people are leaving the city, and what they found|en",
                "코스피 장중 2천500선 돌파…외국인 매수|ko",
                "SK하이닉스 AI 반도체 투자 확대|ko",
                "東京の株式市場が大幅に下落した|ja",
                "中国政府发布的新政策对经济有影响|zh",
                "東京株式市場大幅下落|und",
                "Die Regierung hat sich nach langen Verhandlungen geeinigt|und",
                "El presidente anunció nuevas medidas para la economía|und",
                "De regering heeft een nieuw plan voor de woningmarkt|und",
                "Le gouvernement annonce un plan pour les hôpitaux|und",
                "Presiden mengumumkan kebijakan baru untuk ekonomi|und",
                "Правительство объявило о новых мерах|und",
                "12345 !!! 🚀|und",
                "Xqzt Vrrp Zzkl|und"
            })
    void saysTheLanguageOnlyWhereItIsSure(String text, String language) {
        assertThat(languages.identify(Articles.document(text))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"en", "ko"})
    void readsTheBodyToo(String language) {
        String body =
                language.equals("en")
                        ? "The company said that it would close two of its plants this year."
                        : "정부는 오늘 새로운 대책을 발표했다고 밝혔다. 시장은 크게 반응하지 않았다.";
        assertThat(languages.identify(Articles.document("Xqzt Vrrp", body))).isEqualTo(language);
    }
}
