package newspulse.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import newspulse.engine.Articles;
import newspulse.engine.files.ModelFiles;
import newspulse.model.Analysis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

final class LanguageIdentifierTest {
    private static final byte[] FILE = new ModelFiles("test", null).bytes("language.model");
    private static final LanguageIdentifier LANGUAGES =
            new LanguageIdentifier(LanguageModel.read(FILE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Markets fall after the central bank says it will raise rates|en",
                "MARKETS FALL AFTER THE CENTRAL BANK SAYS IT WILL RAISE RATES|en",
                "Why people are leaving the city, and what they found|en",
                "Xi Jinping and Narendra Modi to meet Putin in Samarkand|en",
                "Bayern Munich beat Borussia Dortmund as Lewandowski scores|en",
                "코스피 장중 2천500선 돌파…외국인 매수|ko",
                "SK하이닉스 AI 반도체 투자 확대|ko",
                "LG and Samsung 실적 발표|ko",
                "東京の株式市場が大幅に下落した|ja",
                "Appleが新型iPhoneを発表|ja",
                "中国政府发布的新政策对经济有影响|zh",
                "Die Regierung hat sich nach langen Verhandlungen geeinigt|de",
                "El presidente anunció nuevas medidas para la economía|es",
                "De regering heeft een nieuw plan voor de woningmarkt|nl",
                "Le gouvernement annonce un plan pour les hôpitaux|fr",
                "O presidente anunciou hoje novas medidas para a economia|pt",
                "Il governo ha annunciato nuove misure per le famiglie|it",
                "Hükümet yeni ekonomi paketini bugün açıkladı|tr",
                "Rząd ogłosił dzisiaj nowy program pomocy dla rodzin|pl",
                "Chính phủ công bố kế hoạch mới về nhà ở|vi",
                "Правительство объявило о новых мерах поддержки|ru",
                "Уряд оголосив про нові заходи підтримки економіки|uk",
                "أعلنت الحكومة عن إجراءات جديدة لدعم الاقتصاد|ar",
                "دولت برنامه جدیدی برای حمایت از اقتصاد اعلام کرد|fa",
                "सरकार ने नई आर्थिक नीति की घोषणा की|hi",
                "รัฐบาลประกาศมาตรการใหม่|th",
                "12345 !!! 🚀|und",
                "Xqzt Vrrp Zzkl|und",
                "https://example.com/the-news-of-the-day|und",
                "AP|und"
            })
    void namesTheLanguageOfAHeadline(String text, String language) {
        assertThat(LANGUAGES.identify(Articles.document(text)).code()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"en", "ko"})
    void readsTheBodyToo(String language) {
        String body =
                language.equals("en")
                        ? "The company said that it would close two of its plants this year."
                        : "정부는 오늘 새로운 대책을 발표했다고 밝혔다. 시장은 크게 반응하지 않았다.";
        assertThat(LANGUAGES.identify(Articles.document("Xqzt Vrrp", body)).code())
                .isEqualTo(language);
    }

    @Test
    void isSurerOfASentenceThanOfAName() {
        double sentence = confidence("The company said that it would close two of its plants");
        assertThat(sentence).isGreaterThan(0.95);
        assertThat(confidence("Palo Alto")).isLessThan(sentence);
        assertThat(confidence("")).isZero();
    }

    @Property(tries = 300)
    void answersAnyTextWithinItsScale(@ForAll("texts") String text) {
        Language language = LANGUAGES.identify(Articles.document(text, text));
        assertThat(language.confidence()).isBetween(0.0, 1.0);
        assertThat(language.code()).matches("[a-z]{2}|" + Analysis.UNDETERMINED);
        assertThat(LANGUAGES.identify(Articles.document(text, text))).isEqualTo(language);
    }

    @Property(tries = 100)
    void doesNotCareForCapitals(@ForAll("words") List<String> words) {
        String text = String.join(" ", words);
        assertThat(LANGUAGES.identify(Articles.document(text.toUpperCase(Locale.ROOT))))
                .isEqualTo(LANGUAGES.identify(Articles.document(text)));
    }

    @Test
    void answersManyThreadsAsItAnswersOne() {
        List<String> texts =
                List.of("the bank said", "die Bank sagte", "la banque a dit", "banken sa", "銀行は");
        List<Language> alone = identify(texts, false);
        for (int i = 0; i < 50; i++) {
            assertThat(identify(texts, true)).isEqualTo(alone);
        }
    }

    @Test
    void refusesADamagedFile() {
        for (int size : new int[] {0, 3, 8, 9, 100, FILE.length - 1}) {
            byte[] part = Arrays.copyOf(FILE, size);
            assertThatThrownBy(() -> LanguageModel.read(part))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("damaged");
        }
        assertThatThrownBy(() -> LanguageModel.read(Arrays.copyOf(FILE, FILE.length + 1)))
                .isInstanceOf(IllegalStateException.class);
        byte[] other = FILE.clone();
        other[0]++;
        assertThatThrownBy(() -> LanguageModel.read(other))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isWrittenAsItWasRead() {
        assertThat(LanguageModel.read(FILE).toBytes()).isEqualTo(FILE);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> glued =
                Arbitraries.of(
                                "the ", "не", "漢", "ア", "한국", "é", "'", "’", "\uD83D", "a", "ไ",
                                "م", "5")
                        .list()
                        .ofMaxSize(400)
                        .map(list -> String.join("", list));
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(300), glued);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("abcdefghijklmnoprstuvwyzéüö")
                .ofMinLength(1)
                .ofMaxLength(9)
                .list()
                .ofMaxSize(12);
    }

    private static double confidence(String text) {
        return LANGUAGES.identify(Articles.document(text)).confidence();
    }

    private static List<Language> identify(List<String> texts, boolean parallel) {
        var stream = parallel ? texts.parallelStream() : texts.stream();
        return stream.map(text -> LANGUAGES.identify(Articles.document(text))).toList();
    }
}
