package newspulse.provider.checked;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Entity.Field;
import newspulse.provider.ProviderFixture;
import newspulse.provider.checked.ArticleText.Piece;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArticleTextTest {
    @Test
    void isTheFieldsThatHaveTextInTheOrderOfReading() {
        assertThat(ArticleText.of(ProviderFixture.article("Title", "", "Content")).pieces())
                .containsExactly(
                        new Piece(Field.TITLE, "Title"), new Piece(Field.CONTENT, "Content"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Trade with Germany, 14, \"Trade with \"",
                "Trade with Germany, 18, Trade with Germany",
                "Trade with Germany, 5, Trade",
                "Trade with Germany, 2, \"\"",
                "Trade \uD83D\uDE00 here, 7, \"Trade \"",
                "중국과 미국의 무역, 6, \"중국과 \""
            })
    void isCutBetweenWords(String text, int most, String kept) {
        var first = ArticleText.of(ProviderFixture.article(text, null, null)).first(most);
        assertThat(String.join("", first.pieces().stream().map(Piece::text).toList()))
                .isEqualTo(kept);
    }

    @Test
    void isCutAnywhereWhereWordsAreNotSetApart() {
        String text = "中国和美国的贸易谈判今天开始".repeat(10);
        var first = ArticleText.of(ProviderFixture.article(text, null, "More")).first(60);
        assertThat(first.pieces()).containsExactly(new Piece(Field.TITLE, text.substring(0, 60)));
    }

    @Test
    void takesWhatIsLeftFromTheNextField() {
        var first =
                ArticleText.of(ProviderFixture.article("A title", "Short", "Long content"))
                        .first(15);
        assertThat(first.pieces())
                .containsExactly(
                        new Piece(Field.TITLE, "A title"), new Piece(Field.DESCRIPTION, "Short"));
        assertThat(first.length()).isEqualTo(12);
    }

    @Test
    void takesNothingBehindAFieldThatWasCut() {
        var article = ProviderFixture.article("Trade with Germany", "a b c d", "e f g h");
        assertThat(ArticleText.of(article).first(15).pieces())
                .containsExactly(new Piece(Field.TITLE, "Trade with "));
    }
}
