package newspulse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Ingest;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.model.Revision;
import newspulse.model.Sentiment;
import newspulse.model.Source;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

final class ArticleReaderPropertiesTest {
    @Property(tries = 500)
    void readsWhatIsWritten(@ForAll("analysed") AnalyzedArticle article) {
        assertThat(ArticleReader.read(ArticleJson.bytes(article)))
                .isEqualTo(new ArticleReader.Read(article));
    }

    @Property(tries = 300)
    void neverThrowsOnBrokenBytes(
            @ForAll("analysed") AnalyzedArticle article, @ForAll int at, @ForAll byte value) {
        byte[] json = ArticleJson.bytes(article);
        json[Math.floorMod(at, json.length)] = value;
        assertThat(ArticleReader.read(json)).isNotNull();
    }

    @Provide
    Arbitrary<AnalyzedArticle> analysed() {
        Arbitrary<AnalyzedArticle> articles =
                Combinators.combine(article(), analysis(), instants(), revision(), optional(20))
                        .as((article, analysis, time, revision, id) ->
                                new AnalyzedArticle(
                                        article,
                                        analysis,
                                        time,
                                        "0.1",
                                        revision,
                                        id,
                                        null,
                                        time.plusMillis(7)));
        return articles;
    }

    private static Arbitrary<Article> article() {
        return Combinators.combine(
                        text(30), text(20), optional(80), optional(200), instants(), optional(9))
                .as((id, title, description, content, published, category) ->
                        new Article(
                                id,
                                new Source(category, title),
                                title,
                                description,
                                content,
                                category,
                                "https://example.com/" + id,
                                description,
                                published,
                                category,
                                content == null,
                                new Ingest(content == null ? List.of() : List.of("date_missing"))));
    }

    private static Arbitrary<Analysis> analysis() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).ofScale(17);
        Arbitrary<List<SubjectScore>> subjects =
                Arbitraries.of(Subject.values())
                        .list()
                        .uniqueElements()
                        .ofMaxSize(4)
                        .flatMap(some ->
                                shares.map(score ->
                                        some.stream()
                                                .map(one -> new SubjectScore(one, score))
                                                .toList()));
        return Combinators.combine(
                        Arbitraries.of(Sentiment.values()),
                        shares,
                        text(12).list().uniqueElements().ofMaxSize(10),
                        entity().list().ofMaxSize(4),
                        subjects,
                        instants(),
                        provenance())
                .as((sentiment, share, keywords, entities, scores, time, provenance) ->
                        new Analysis(
                                sentiment,
                                share - 1,
                                share,
                                keywords,
                                "ko",
                                share / 3,
                                entities,
                                scores,
                                1 - share,
                                time,
                                "model",
                                share * 1e6,
                                provenance));
    }

    private static Arbitrary<Entity> entity() {
        Arbitrary<Entity.Mention> mentions =
                Combinators.combine(
                                Arbitraries.of(Entity.Field.values()),
                                Arbitraries.integers().between(0, 1_000),
                                Arbitraries.integers().between(1, 1_000))
                        .as((field, start, length) ->
                                new Entity.Mention(field, start, start + length));
        return Combinators.combine(text(20), text(10), mentions.list().ofMaxSize(5))
                .as((name, type, some) -> new Entity(name, type, some.size() + 1, 0.25, some));
    }

    private static Arbitrary<Provenance> provenance() {
        return Combinators.combine(
                        Arbitraries.maps(
                                        Arbitraries.of(Part.values()), Arbitraries.of("a", "local"))
                                .ofSize(Part.values().length),
                        Arbitraries.of(Part.values()).set(),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.longs().between(0, Long.MAX_VALUE))
                .as(Provenance::new);
    }

    private static Arbitrary<Revision> revision() {
        return Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.integers().greaterOrEqual(1))
                .as(Revision::new);
    }

    private static Arbitrary<String> text(int max) {
        return Arbitraries.of("a", "한", "é", "\uD83D\uDE00", "\"", "\\", "\u0000", " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(max)
                .map(pieces -> "t" + String.join("", pieces));
    }

    private static Arbitrary<@Nullable String> optional(int max) {
        return text(max).injectNull(0.3);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }
}
