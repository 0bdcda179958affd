package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import newspulse.model.Revision;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class ArticleHeaderTest {
    private static final String GOOD =
            "{\"id\":\"a/b 뉴스\",\"analysis\":{\"x\":[{\"importance_score\":9}],\"importance_score\":0.25},"
                    + "\"content_revision\":2,\"analysis_revision\":3}";

    @Test
    void readsWhatTheStreamWrites() throws UnreadableArticleException {
        byte[] json = Articles.json("id-1", new Revision(4, 7), 0.75, "text");
        assertThat(ArticleHeader.read(json))
                .isEqualTo(new ArticleHeader("id-1", new Revision(4, 7), 0.75));
    }

    @Test
    void findsItsFieldsInAnyOrderAndOnlyAtTheirPlace() throws UnreadableArticleException {
        assertThat(ArticleHeader.read(bytes(GOOD)))
                .isEqualTo(new ArticleHeader("a/b 뉴스", new Revision(2, 3), 0.25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"text\"",
                "{}",
                "not json",
                "{\"id\":\"a\"",
                "{\"id\":1,\"content_revision\":1,\"analysis_revision\":1,\"analysis\":{\"importance_score\":1}}",
                "{\"id\":\" \",\"content_revision\":1,\"analysis_revision\":1,\"analysis\":{\"importance_score\":1}}",
                "{\"id\":\"\\ud800\",\"content_revision\":1,\"analysis_revision\":1,\"analysis\":{\"importance_score\":1}}",
                "{\"id\":\"a\",\"content_revision\":0,\"analysis_revision\":1,\"analysis\":{\"importance_score\":1}}",
                "{\"id\":\"a\",\"content_revision\":99999999999,\"analysis_revision\":1,\"analysis\":{}}",
                "{\"id\":\"a\",\"content_revision\":1,\"analysis_revision\":1,\"analysis\":{\"importance_score\":7}}",
                "{\"id\":\"a\",\"content_revision\":1,\"analysis_revision\":1,\"analysis\":{\"importance_score\":1e999}}",
                "{\"id\":\"a\",\"content_revision\":1,\"analysis_revision\":1,\"analysis\":7}",
            })
    void refusesWhatIsNoAnalysedArticle(String json) {
        assertUnreadable(bytes(json));
    }

    @Test
    void refusesWhatWouldBreakTheDocumentAroundIt() {
        assertUnreadable(null);
        assertUnreadable(new byte[0]);
        assertUnreadable(bytes(GOOD + "]"));
        assertUnreadable(bytes(GOOD + GOOD));
        assertUnreadable(bytes("{\"a\":".repeat(100_000)));
        byte[] notUtf8 = bytes(GOOD);
        notUtf8[notUtf8.length - "\"analysis_revision\":3}".length() + 1] = (byte) 0xC0;
        assertUnreadable(notUtf8);
    }

    @Property
    void neverThrowsAnythingElse(@ForAll byte[] bytes) {
        try {
            ArticleHeader.read(bytes);
        } catch (UnreadableArticleException expected) {
            assertThat(expected).hasMessageNotContaining("\n");
        }
    }

    private static void assertUnreadable(byte @Nullable [] json) {
        assertThatThrownBy(() -> ArticleHeader.read(json))
                .isInstanceOf(UnreadableArticleException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
