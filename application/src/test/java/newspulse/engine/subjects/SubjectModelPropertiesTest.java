package newspulse.engine.subjects;

import static newspulse.engine.Articles.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.text.Document;

import java.util.List;

final class SubjectModelPropertiesTest {
    private static final SubjectModel ENGLISH = model("en/subjects.model");
    private static final SubjectModel KOREAN = model("ko/subjects.model");

    private static SubjectModel model(String name) {
        return SubjectModel.read(new ModelFiles("", null).bytes(name));
    }

    @Property(tries = 300)
    void staysInRangeForAnyText(@ForAll("texts") String title, @ForAll("texts") String body) {
        Document document = document(title, body);
        check(ENGLISH, document, Features.of(document, Grams.LETTERS), List.of(title, body));
        check(KOREAN, document, Features.of(document, Grams.SYLLABLES), List.of(title, body));
    }

    @Property(tries = 20)
    void staysInRangeForLongTexts(@ForAll("texts") String unit) {
        String body = (unit + " goal ").repeat(2_000);
        Document document = document(unit, body);
        check(ENGLISH, document, Features.of(document, Grams.LETTERS), List.of(unit, body));
    }

    private static void check(
            SubjectModel model, Document document, Features features, List<String> fields) {
        assertThat(model.all(document, features).values())
                .allSatisfy(likely -> assertThat(likely).isBetween(0.0, 1.000001));
        double sum = model.all(document, features).values().stream().mapToDouble(x -> x).sum();
        assertThat(sum).isCloseTo(0.5, within(0.500001));
        assertThat(model.of(document, features)).isEqualTo(model.of(document, features));
        assertThat(model.explain(document, features))
                .allSatisfy(span -> {
                    String text = fields.get(span.field());
                    assertThat(span.start()).isBetween(0, text.length());
                    assertThat(span.end()).isBetween(span.start() + 1, text.length());
                    assertThat(span.weight()).isBetween(0.0, 1.0);
                });
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words =
                Arbitraries.of(
                                "goal",
                                "senate",
                                "U.S.",
                                "O’Neill’s",
                                "국회",
                                "증시는",
                                "1,000",
                                "—",
                                "?")
                        .list()
                        .ofMaxSize(30)
                        .map(list -> String.join(" ", list));
        return Arbitraries.oneOf(words, Arbitraries.strings().all().ofMaxLength(200));
    }
}
