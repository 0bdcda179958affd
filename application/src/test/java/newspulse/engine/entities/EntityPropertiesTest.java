package newspulse.engine.entities;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import newspulse.engine.Articles;
import newspulse.engine.files.ModelFiles;
import newspulse.engine.text.Document;
import newspulse.model.Entity;

import java.util.List;
import java.util.stream.IntStream;

final class EntityPropertiesTest {
    private static final EntityRecognizer RECOGNIZER =
            new EntityRecognizer(new ModelFiles("test", null));
    private static final List<String> PIECES =
            List.of(
                    "Paris",
                    "PARIS",
                    "Mr",
                    "O'Neill",
                    "U.S.",
                    "AT&T",
                    "of",
                    "the",
                    "'s",
                    "’s",
                    "-",
                    "(",
                    ")",
                    ".",
                    ",",
                    "3",
                    "1996-08-30",
                    "IBM",
                    "삼성전자가",
                    "김",
                    "미국의",
                    "서울",
                    "3월",
                    "東京",
                    "ไทย",
                    "İstanbul",
                    "ß",
                    "ﬁ",
                    "e\u0301",
                    "\uD83D\uDE00",
                    "\uD83D",
                    "\uDE00",
                    "\u200d",
                    "\uFFFF",
                    "\uD840\uDC00",
                    "Ǆ",
                    "\u00a0",
                    "\n");

    @Property(tries = 400)
    void givesSpansInsideTheTextThatDoNotOverlap(
            @ForAll("texts") String title, @ForAll("texts") String body) {
        for (String language : List.of("en", "ko", "fr", "und")) {
            Document document = Articles.document(title, body);
            int part = 0;
            int end = 0;
            for (Span span : RECOGNIZER.mentions(document, language)) {
                end = span.part() == part ? end : 0;
                part = span.part();
                assertThat(span.start()).isGreaterThanOrEqualTo(end).isLessThan(span.end());
                assertThat(span.end()).isLessThanOrEqualTo(document.part(part).text.length());
                end = span.end();
            }
        }
    }

    @Property(tries = 200)
    void givesTheSameAnswerOnManyThreads(@ForAll("texts") String text) {
        for (String language : List.of("en", "ko")) {
            Document document = Articles.document(text, text);
            List<Entity> alone = RECOGNIZER.of(document, language);
            assertThat(
                            IntStream.range(0, 4)
                                    .parallel()
                                    .mapToObj(i -> RECOGNIZER.of(document, language)))
                    .allMatch(alone::equals);
            assertThat(alone)
                    .isSortedAccordingTo((a, b) -> Double.compare(b.salience(), a.salience()));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(300);
        Arbitrary<String> spaced =
                Arbitraries.of(PIECES).list().ofMaxSize(50).map(list -> String.join(" ", list));
        Arbitrary<String> glued =
                Arbitraries.of(PIECES).list().ofMaxSize(20).map(list -> String.join("", list));
        return Arbitraries.oneOf(anything, spaced, glued);
    }
}
