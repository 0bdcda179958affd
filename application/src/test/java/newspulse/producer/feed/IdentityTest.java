package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.producer.catalog.FeedSpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class IdentityTest {
    private final Identity identity = new Identity(FeedSpec.Identity.GUID);

    @Test
    void goesByAGuidOfItsOwn() {
        FeedEntry entry = entry("tag:a.example,2003:1", "https://a.example/1");
        assertThat(identity.of(List.of(entry))).containsExactly(entry);
    }

    @Test
    void trustsNoGuidThatSeveralAddressesShare() {
        List<FeedEntry> entries =
                identity.of(
                        List.of(
                                entry("https://a.example/", "https://a.example/1"),
                                entry("https://a.example/", "https://a.example/2")));
        assertThat(entries).extracting(FeedEntry::id).containsOnlyNulls();
        assertThat(entries.getFirst().repairs()).containsExactly(Repair.GUID_DOUBLED);
    }

    @Test
    void trustsNoCounter() {
        FeedEntry entry = identity.of(List.of(entry("17", "https://a.example/1"))).getFirst();
        assertThat(entry.id()).isNull();
        assertThat(entry.repairs()).containsExactly(Repair.GUID_UNTRUSTED);
    }

    @Test
    void keepsTheFirstOfGuidsThatChange() {
        identity.of(List.of(entry("session-1", "https://a.example/1")));
        FeedEntry entry =
                identity.of(List.of(entry("session-2", "https://a.example/1"))).getFirst();
        assertThat(entry.id()).isEqualTo("session-1");
        assertThat(entry.repairs()).containsExactly(Repair.GUID_CHANGED);
    }

    @Test
    void goesByTheAddressWhereItIsToldTo() {
        var byLink = new Identity(FeedSpec.Identity.LINK);
        FeedEntry entry = byLink.of(List.of(entry("tag:1", "https://a.example/1"))).getFirst();
        assertThat(entry.id()).isNull();
    }

    private static FeedEntry entry(@Nullable String id, String link) {
        return new FeedEntry(
                id, "A title of news", link, null, null, null, null, null, null, Set.of());
    }
}
