package newspulse.provider.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.LocalModels;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.provider.ProviderFixture;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

final class PassageKeywordsTest {
    private final LocalModels models = LocalModels.read(Optional.empty());
    private final KeywordCandidates candidates =
            new PassageKeywords(models.keywords(), models.languages());

    @Test
    void offersMorePhrasesThanAnAnalysisHasFromAllOverTheArticle() {
        Article article =
                ProviderFixture.article(
                        "Central bank of Norway raises interest rates",
                        "The decision surprised investors in Oslo.",
                        "Higher interest rates will hit homeowners, economists said. Fishing fleets"
                                + " in Bergen face expensive diesel fuel. The finance ministry wants"
                                + " a smaller budget deficit. Trade unions plan a general strike."
                                + " Electric ferries cross the western fjords. Salmon exports to"
                                + " Japan doubled within one year. The pension fund sold mining"
                                + " shares.");
        List<String> phrases = candidates.of(article);
        assertThat(phrases).hasSizeGreaterThan(Analysis.MAX_KEYWORDS).doesNotHaveDuplicates();
        assertThat(phrases).contains("interest rates", "investors").anyMatch(of("salmon"));
        assertThat(phrases).anyMatch(of("strike")).anyMatch(of("pension fund"));
        String text = (article.title() + article.description() + article.content());
        assertThat(text.toLowerCase(Locale.ROOT)).contains(phrases);
    }

    @Test
    void keepsThemToANumberThatAModelCanTake() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("Minister").append(i).append(" opened factory").append(i).append(". ");
        }
        assertThat(candidates.of(ProviderFixture.article("Many openings", null, text.toString())))
                .hasSize(48);
    }

    @Test
    void knowsTheWordsOfOtherLanguages() {
        assertThat(
                        candidates.of(
                                ProviderFixture.article(
                                        "한국은행 기준금리 인상 결정",
                                        null,
                                        "한국은행이 기준금리를 올렸다. 삼성전자는 반도체 공장을 짓는다.")))
                .contains("기준금리", "반도체");
    }

    private static Predicate<String> of(String word) {
        return phrase -> phrase.contains(word);
    }
}
