package newspulse.engine.keywords;

import static newspulse.engine.Articles.article;
import static newspulse.engine.Articles.titled;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.Articles;
import newspulse.engine.LocalEngine;

import org.junit.jupiter.api.Test;

import java.util.List;

final class KeywordsTest {
    private final LocalEngine engine = Articles.engine();

    @Test
    void findsWhatAnEnglishArticleIsAbout() {
        List<String> keywords =
                engine.analyze(
                                article(
                                        "Central bank raises interest rates again",
                                        null,
                                        "The central bank of Norway raised its interest rates to"
                                                + " fight inflation. Higher interest rates will hit"
                                                + " homeowners in Oslo, economists said."))
                        .keywords();
        assertThat(keywords).contains("oslo", "norway", "central bank");
        assertThat(keywords.subList(0, 2)).contains("interest rates");
        assertThat(keywords).doesNotContain("the", "said", "interest", "rates", "higher");
    }

    @Test
    void keepsNamesWhole() {
        List<String> keywords =
                engine.analyze(
                                article(
                                        "Rates stay where they are",
                                        null,
                                        "The Bank of England kept interest rates on hold on Monday."
                                                + " Andrew Bailey said that the bank would wait."
                                                + " Bailey, its governor, spoke in New York. Charles"
                                                + " de Gaulle never met Bailey."))
                        .keywords();
        assertThat(keywords)
                .contains(
                        "andrew bailey",
                        "bank of england",
                        "new york",
                        "charles de gaulle",
                        "interest rates")
                .doesNotContain("bailey", "monday", "bank", "said", "york", "new");
    }

    @Test
    void keepsVerbsAdverbsAddressesAndFiguresOut() {
        List<String> keywords =
                engine.analyze(
                                article(
                                        "Regulator opens an inquiry into drug pricing",
                                        null,
                                        "The regulator will investigate allegedly unfair prices of"
                                                + " cancer drugs, announced on the 20th at"
                                                + " https://example.com/cancer and by"
                                                + " press@example.com. It plans to punish drugmakers"
                                                + " 3.5 million dollars for raising prices."))
                        .keywords();
        assertThat(keywords).contains("cancer drugs", "drugmakers", "drug pricing");
        assertThat(String.join(" ", keywords))
                .doesNotContain("investigate")
                .doesNotContain("allegedly")
                .doesNotContain("announced")
                .doesNotContain("example")
                .doesNotContain("20th")
                .doesNotContain("raising")
                .doesNotContain("plans");
    }

    @Test
    void endsNoPhraseWithTheVerbOfItsSubject() {
        assertThat(engine.analyze(titled("Prices in Veldhaven rise for a third month")).keywords())
                .contains("veldhaven")
                .doesNotContain("veldhaven rise");
        assertThat(engine.analyze(titled("NATO and EU leaders meet in Brussels")).keywords())
                .contains("eu leaders")
                .doesNotContain("eu leaders meet");
        assertThat(engine.analyze(titled("Shops announce a price rise")).keywords())
                .contains("price rise");
    }

    @Test
    void readsTitlesInCapitals() {
        assertThat(
                        engine.analyze(titled("CENTRAL BANK RAISES INTEREST RATES IN BRAZIL"))
                                .keywords())
                .contains("central bank", "interest rates", "brazil")
                .doesNotContain("raises");
    }

    @Test
    void takesParticlesAndVerbsOffKorean() {
        List<String> keywords =
                engine.analyze(
                                article(
                                        "삼성전자가 반도체 공장을 평택에 짓는다",
                                        null,
                                        "삼성전자는 평택에서 반도체 공장의 착공식을 열었다고 밝혔다."))
                        .keywords();
        assertThat(keywords).contains("삼성전자", "평택", "착공식");
        assertThat(keywords).noneMatch(word -> word.endsWith("다") || word.endsWith("에서"));
    }

    @Test
    void keepsNounsThatOnlyLookLikeParticles() {
        assertThat(engine.analyze(titled("캐나다 전문가 제주도 방문 효과 평가")).keywords())
                .contains("캐나다", "전문가", "제주도");
    }

    @Test
    void readsJapaneseAndChinese() {
        assertThat(engine.analyze(titled("日本銀行が金利を引き上げ、ファンドの動きに注目")).keywords())
                .contains("日本銀行", "ファンド", "金利");
        assertThat(engine.analyze(titled("中国政府发布的经济政策对市场有影响")).keywords()).contains("市场");
    }

    @Test
    void keepsOneOfSingularAndPluralAndOfAPhraseAndItsParts() {
        KeywordList list = new KeywordList();
        list.offer("Trade wars");
        list.offer("trade war");
        list.offer("war");
        list.offer("global trade-war");
        list.offer("companies");
        list.offer("Company");
        list.offer("art");
        list.offer("party");
        list.offer("SK하이닉스");
        list.offer("하이닉스");
        assertThat(list.keywords())
                .containsExactly("trade wars", "companies", "art", "party", "sk하이닉스");
    }

    @Test
    void wantsThreeCharactersOrTwoWhereTheySayMore() {
        KeywordList list = new KeywordList();
        list.offer("AI");
        list.offer("경제");
        list.offer("東京");
        list.offer("미");
        list.offer("oil");
        assertThat(list.keywords()).containsExactly("경제", "東京", "oil");
    }

    @Test
    void takesNoNumbersAlone() {
        assertThat(
                        engine.analyze(
                                        titled(
                                                "In 2026 the 1,200 patients with covid-19, of 30,000, recover"))
                                .keywords())
                .containsExactlyInAnyOrder("covid-19", "patients");
    }
}
