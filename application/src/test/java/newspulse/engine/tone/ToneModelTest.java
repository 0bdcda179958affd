package newspulse.engine.tone;

import static newspulse.engine.Articles.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.text.Document;
import newspulse.model.Sentiment;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

final class ToneModelTest {
    private static final ModelFiles FILES = new ModelFiles("test", null);
    private static final ToneModel ENGLISH = EnglishTone.load(FILES);
    private static final ToneModel KOREAN = KoreanTone.load(FILES);

    @Property(tries = 300)
    void obeysTheRulesForAnyText(
            @ForAll @StringLength(max = 200) String title,
            @ForAll @StringLength(max = 400) String body) {
        Document document = document(title, body, title);
        check(document, ENGLISH, Grams.LETTERS);
        check(document, KOREAN, Grams.SYLLABLES);
    }

    private static void check(Document document, ToneModel model, Grams grams) {
        Features features = Features.of(document, grams);
        Tone tone = model.of(document, features);
        assertThat(tone.score()).isBetween(-1.0, 1.0);
        assertThat(tone.confidence()).isBetween(0.0, 1.0);
        assertThat(tone.peak()).isBetween(0.0, 1.0);
        assertThat(tone.label()).isNotEqualTo(Sentiment.UNKNOWN);
        assertThat(model.of(document, features)).isEqualTo(tone);
        for (ToneSpan span : model.explain(document, features)) {
            String text = Features.field(document, span.field()).text;
            assertThat(span.start()).isBetween(0, text.length());
            assertThat(span.end()).isBetween(span.start() + 1, text.length());
        }
    }

    @Test
    void pointsAtTheWordsThatCarriedTheTone() {
        Document document =
                document("The city council met on Monday", "A terrible massacre was reported.");
        List<ToneSpan> spans = ENGLISH.explain(document, Features.of(document, Grams.LETTERS));
        List<String> worst =
                spans.stream()
                        .filter(span -> span.weight() < 0)
                        .limit(2)
                        .map(span -> text(document, span))
                        .toList();
        assertThat(worst).contains("massacre");
    }

    @Test
    void pointsAtTheKoreanWordsThatCarriedTheTone() {
        Document document = document("공장 화재로 노동자 3명 사망");
        List<ToneSpan> spans = KOREAN.explain(document, Features.of(document, Grams.SYLLABLES));
        assertThat(spans.stream().limit(2).map(span -> text(document, span))).contains("사망");
        assertThat(spans.getFirst().weight()).isNegative();
    }

    @Test
    void aLongFactualReportIsNotPushedToAnEnd() {
        String facts = "The committee met on Tuesday and will meet again next week. ".repeat(60);
        Document document = document("Committee meets to discuss the agenda", facts);
        Tone tone = ENGLISH.of(document, Features.of(document, Grams.LETTERS));
        assertThat(tone.label()).isEqualTo(Sentiment.NEUTRAL);
        assertThat(tone.score()).isBetween(-0.4, 0.4);
    }

    @Test
    void anEmptyTextIsNeutralWithoutConfidence() {
        Document document = document("…");
        assertThat(ENGLISH.of(document, Features.of(document, Grams.LETTERS)))
                .isEqualTo(new Tone(Sentiment.NEUTRAL, 0, 0, 0));
    }

    @Test
    void readsReviewsInKorean() {
        assertThat(korean("정말 재미있게 봤어요 최고의 영화")).isEqualTo(Sentiment.POSITIVE);
        assertThat(korean("시간이 아깝다 지루하고 재미없는 영화")).isEqualTo(Sentiment.NEGATIVE);
    }

    private static Sentiment korean(String title) {
        Document document = document(title);
        return KOREAN.of(document, Features.of(document, Grams.SYLLABLES)).label();
    }

    @Test
    void answersManyThreadsAsItAnswersOne() {
        List<Document> documents =
                IntStream.range(0, 200)
                        .mapToObj(i -> document("Shares of bank " + i + " fall", "A loss."))
                        .toList();
        List<Tone> alone = documents.stream().map(ToneModelTest::english).toList();
        assertThat(documents.parallelStream().map(ToneModelTest::english).toList())
                .isEqualTo(alone);
    }

    private static Tone english(Document document) {
        return ENGLISH.of(document, Features.of(document, Grams.LETTERS));
    }

    @Test
    void refusesDamagedFiles() {
        byte[] english = FILES.bytes(EnglishTone.FILE);
        byte[] korean = FILES.bytes(KoreanTone.FILE);
        for (byte[] whole : List.of(english, korean)) {
            for (int length : List.of(0, 4, 9, 40, whole.length / 2, whole.length - 1)) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> EnglishWeights.read(cut))
                        .isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> KoreanWeights.read(cut))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
        byte[] longer = Arrays.copyOf(korean, korean.length + 1);
        assertThatThrownBy(() -> KoreanWeights.read(longer))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String text(Document document, ToneSpan span) {
        String text = Features.field(document, span.field()).text;
        return text.substring(span.start(), span.end());
    }
}
