package newspulse.engine.subjects;

import static newspulse.engine.Articles.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.text.Document;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

final class SubjectModelTest {
    private static final byte[] ENGLISH_FILE = file("en/subjects.model");
    private static final byte[] KOREAN_FILE = file("ko/subjects.model");
    private static final SubjectModel ENGLISH = SubjectModel.read(ENGLISH_FILE);
    private static final SubjectModel KOREAN = SubjectModel.read(KOREAN_FILE);

    private static byte[] file(String name) {
        return new ModelFiles("", null).bytes(name);
    }

    private static List<SubjectScore> english(Document document) {
        return ENGLISH.of(document, Features.of(document, Grams.LETTERS));
    }

    private static List<SubjectScore> korean(Document document) {
        return KOREAN.of(document, Features.of(document, Grams.SYLLABLES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Senate passes the budget after a night of debate in Congress | POLITICS
                    Government troops and rebels fight near the border as ceasefire ends | WORLD
                    Shares of the retailer fall as quarterly profit misses forecasts | BUSINESS
                    New smartphone chip doubles the speed of its processor | SCIENCE_TECHNOLOGY
                    Doctors warn patients as flu infections fill the hospitals | HEALTH
                    Striker scores twice as the champions win the cup final | SPORT
                    Actress wins an Oscar for her role in the film | CULTURE_ENTERTAINMENT
                    Police arrest two men after a shooting at a school | SOCIETY
                    Carbon emissions and climate change threaten coral reefs | ENVIRONMENT
                    STRIKER SCORES TWICE AS CHAMPIONS WIN THE CUP FINAL | SPORT
                    """)
    void knowsWhatAClearHeadlineIsAbout(String title, Subject subject) {
        assertThat(english(document(title)))
                .extracting(SubjectScore::subject)
                .first()
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    국회 본회의서 예산안 처리…여야 원내대표 막판 합의 | POLITICS
                    시리아 반군 휴전 합의…유엔 안보리 긴급회의 | WORLD
                    코스피 외국인 매수에 상승 마감…원달러 환율은 하락 | BUSINESS
                    새 스마트폰 인공지능 반도체 탑재해 출시 | SCIENCE_TECHNOLOGY
                    손흥민 시즌 10호 골…토트넘 3대 1 승리 | SPORT
                    새 영화 개봉 첫 주말 관객 100만…감독과 배우 무대 인사 | CULTURE_ENTERTAINMENT
                    음주운전 사고 낸 30대 경찰에 체포…구속영장 신청 | SOCIETY
                    """)
    void knowsWhatAClearKoreanHeadlineIsAbout(String title, Subject subject) {
        assertThat(korean(document(title)))
                .extracting(SubjectScore::subject)
                .first()
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    독감 백신 접종 시작…의료진 환자 치료에 집중 | HEALTH
                    온실가스 감축 없이는 기후변화 못 막는다 | ENVIRONMENT
                    """)
    void namesKoreanSubjectsThatHaveNoLabelledHeadlines(String title, Subject subject) {
        assertThat(korean(document(title))).extracting(SubjectScore::subject).contains(subject);
    }

    @Test
    void readsWholeArticles() {
        Document article =
                document(
                        "A long night in the north",
                        "The midfielder scored in the last minute of the match, and the fans ran on"
                                + " to the pitch. The coach praised his players after the win. It"
                                + " was the fourth victory of the season for the team, which leads"
                                + " the league by two points. ");
        assertThat(english(article).getFirst().subject()).isEqualTo(Subject.SPORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello, are you coming for dinner tomorrow?",
                "lorem ipsum dolor sit amet consectetur adipiscing elit",
                "two cups of flour, a pinch of salt, stir well and preheat the oven",
                "thanks, see you at six"
            })
    void namesNoneWhereThereIsNoNews(String text) {
        assertThat(english(document(text))).isEmpty();
    }

    @Test
    void ordersByLikelihoodAndNamesFew() {
        List<SubjectScore> scores =
                english(document("Senate votes on climate bill to cut carbon emissions"));
        assertThat(scores)
                .hasSizeBetween(1, 3)
                .isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
        assertThat(scores)
                .extracting(SubjectScore::subject)
                .containsAnyOf(Subject.POLITICS, Subject.ENVIRONMENT);
    }

    @Test
    void givesScoresOfFourDecimals() {
        for (SubjectScore score : english(document("Senate votes on climate bill"))) {
            assertThat(Double.toString(score.score())).hasSizeLessThanOrEqualTo("0.1234".length());
        }
    }

    @Test
    void showsTheWordsThatSpokeForASubject() {
        String title = "Striker scores twice as the champions win the cup final";
        Document document = document(title);
        List<SubjectSpan> spans = ENGLISH.explain(document, Features.of(document, Grams.LETTERS));
        assertThat(spans)
                .filteredOn(span -> span.subject() == Subject.SPORT)
                .hasSizeBetween(1, 5)
                .extracting(span -> title.substring(span.start(), span.end()))
                .containsAnyOf("Striker", "scores", "champions", "cup");
    }

    @Test
    void explainsTheBodyToo() {
        String body = "The goalkeeper saved a penalty in the league match.";
        Document document = document("Late news", body);
        List<SubjectSpan> spans = ENGLISH.explain(document, Features.of(document, Grams.LETTERS));
        assertThat(spans)
                .filteredOn(span -> span.field() == 1)
                .extracting(span -> body.substring(span.start(), span.end()))
                .contains("goalkeeper");
    }

    @Test
    void answersManyThreadsAsItAnswersOne() {
        List<Document> documents =
                IntStream.range(0, 300)
                        .mapToObj(i -> document("The bank and the senate won match " + i, "Gold"))
                        .toList();
        List<List<SubjectScore>> alone = documents.stream().map(SubjectModelTest::english).toList();
        assertThat(documents.parallelStream().map(SubjectModelTest::english).toList())
                .isEqualTo(alone);
    }

    @Test
    void writesWhatItReads() throws IOException {
        for (byte[] file : List.of(ENGLISH_FILE, KOREAN_FILE)) {
            var out = new ByteArrayOutputStream();
            SubjectModel.read(file).write(out);
            assertThat(out.toByteArray()).isEqualTo(file);
        }
    }

    @Test
    void refusesADamagedFile() {
        byte[] cut = Arrays.copyOf(ENGLISH_FILE, ENGLISH_FILE.length - 1);
        byte[] longer = Arrays.copyOf(ENGLISH_FILE, ENGLISH_FILE.length + 1);
        byte[] other = ENGLISH_FILE.clone();
        other[0]++;
        for (byte[] file : List.of(cut, longer, other, new byte[0])) {
            assertThatIllegalStateException().isThrownBy(() -> SubjectModel.read(file));
        }
    }
}
