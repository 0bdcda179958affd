package newspulse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Explanation.Reason;
import newspulse.model.SubjectScore;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class ExplainerTest {
    private final LocalEngine engine = Articles.engine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Samsung Electronics shares plunge as chip demand collapses in Seoul",
                "삼성전자 주가 급락, 서울 증시 충격"
            })
    void namesTheWordsBehindEachAnswer(String title) {
        Article article = Articles.titled(title);
        Analysis analysis = engine.analyze(article);
        List<Reason> reasons = engine.explain(article, analysis).reasons();
        assertThat(values(reasons, "sentiment")).containsExactly(analysis.sentiment().label());
        assertThat(values(reasons, "topics"))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        analysis.subjects().stream()
                                .map(SubjectScore::subject)
                                .map(subject -> subject.label())
                                .toList());
        assertThat(values(reasons, "keywords")).containsExactlyElementsOf(analysis.keywords());
        assertThat(values(reasons, "entities")).hasSameSizeAs(analysis.entities()).isNotEmpty();
        assertThat(reasons)
                .filteredOn(reason ->
                        List.of("sentiment", "topics", "entities").contains(reason.answer()))
                .allSatisfy(reason -> assertThat(reason.spans()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shares plunge", "주가 급락"})
    void aWordOfLossPullsTowardsNegative(String words) {
        Article article = Articles.titled(words + " Zorbix");
        Reason tone =
                engine.explain(article, engine.analyze(article)).reasons().stream()
                        .filter(reason -> reason.answer().equals("sentiment"))
                        .findFirst()
                        .orElseThrow();
        assertThat(tone.value()).isEqualTo("negative");
        assertThat(tone.spans().getFirst().weight()).isNegative();
    }

    private static List<String> values(List<Reason> reasons, String answer) {
        return reasons.stream()
                .filter(reason -> reason.answer().equals(answer))
                .map(Reason::value)
                .toList();
    }
}
