package newspulse.engine.tone;

import static newspulse.engine.Articles.article;
import static newspulse.engine.Articles.titled;
import static newspulse.model.Sentiment.NEGATIVE;
import static newspulse.model.Sentiment.UNKNOWN;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.Articles;
import newspulse.engine.LocalEngine;
import newspulse.model.Analysis;
import newspulse.model.Sentiment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ToneTest {
    private final LocalEngine engine = Articles.engine();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Company beats estimates and its shares surge to a record high|POSITIVE",
                "The team won the championship after a brilliant season|POSITIVE",
                "Hundreds killed as earthquake destroys the old city|NEGATIVE",
                "The bank faces a lawsuit over fraud and plans layoffs|NEGATIVE",
                "The committee will meet on Tuesday to discuss the agenda|NEUTRAL",
                "The fund has an interest in the company, which has many shares|NEUTRAL",
                "The drug is not safe and did not help the patients|NEGATIVE",
                "The talks failed, and many people died in the flood|NEGATIVE",
                "Unemployment falls across the region|POSITIVE",
                "The company's loss widens in the third quarter|NEGATIVE",
                "The company's loss narrows in the third quarter|POSITIVE",
                "Many people died in a fire at a hospital in the capital|NEGATIVE",
                "Many people died when the train left the rails|NEGATIVE",
                "Hope for millions: vaccine works|POSITIVE",
                "New treatment for cancer saves lives|POSITIVE",
                "Cancer drug shows promise in late-stage trial|POSITIVE",
                "Unemployment falls to record low|POSITIVE",
                "The index falls to a record low|NEGATIVE",
                "IMF cuts growth forecast for Germany|NEGATIVE",
                "Peace agreement ends decade of war|POSITIVE",
                "Net profit of the company is up 20 percent|POSITIVE",
                "Net profit of the company is down 20 percent|NEGATIVE"
            })
    void readsEnglish(String title, Sentiment expected) {
        assertThat(engine.analyze(titled(title)).sentiment()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "삼성전자 3분기 영업이익 급등…사상 최고 실적|POSITIVE",
                "손흥민 멀티골로 팀 승리 이끌어|POSITIVE",
                "공장 화재로 노동자 3명 사망|NEGATIVE",
                "코스피 폭락…투자자 우려 확산|NEGATIVE",
                "국토부 내일 회의 일정 안내|NEUTRAL",
                "금감원 분위기 전하는 회의 일정|NEUTRAL",
                "이번 제품은 전혀 안전하지 않다|NEGATIVE",
                "신제품 안전성 우려 없다|POSITIVE",
                "무역 갈등 해소에 시장 안정|POSITIVE",
                "영업손실 적자 축소로 개선|POSITIVE"
            })
    void readsKorean(String title, Sentiment expected) {
        Analysis analysis = engine.analyze(titled(title));
        assertThat(analysis.language()).isEqualTo("ko");
        assertThat(analysis.sentiment()).isEqualTo(expected);
    }

    @Test
    void weighsTheTitleMoreThanTheBody() {
        String good = "The team won a great victory and celebrates.";
        String bad = "The flood killed many people and destroyed homes.";
        double goodTitle = engine.analyze(article(good, null, bad)).sentimentScore();
        double badTitle = engine.analyze(article(bad, null, good)).sentimentScore();
        assertThat(goodTitle).isGreaterThan(badTitle);
    }

    @Test
    void knowsNoToneOfOtherLanguages() {
        Analysis analysis =
                engine.analyze(titled("Die Regierung hat sich nach langem Streit nicht geeinigt"));
        assertThat(analysis.sentiment()).isEqualTo(UNKNOWN);
        assertThat(analysis.sentimentScore()).isZero();
        assertThat(analysis.confidence()).isZero();
    }

    @Test
    void isSurerOfStrongerTones() {
        Analysis weak = engine.analyze(titled("The court rejects the appeal of the company"));
        Analysis strong =
                engine.analyze(
                        titled("Terrorists killed hundreds in a deadly massacre in the city"));
        assertThat(weak.sentiment()).isEqualTo(NEGATIVE);
        assertThat(strong.sentiment()).isEqualTo(NEGATIVE);
        assertThat(strong.confidence()).isGreaterThan(weak.confidence());
    }
}
