package newspulse.refiner;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

final class PartitionOffsetsTest {
    /// Owners come and go; each begins what the log has from the last commit on, and finishes some
    /// of it in any order.
    @Property(tries = 300)
    void repeatsExactlyWhatWasNotFinishedHoweverOftenTheOwnerChanges(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 300) Integer> owners,
            @ForAll long seed) {
        var random = new Random(seed);
        Set<Long> log = new TreeSet<>();
        LongStream.range(0, 400).filter(_ -> random.nextInt(10) > 0).forEach(log::add);
        Set<Long> finished = new HashSet<>();
        OffsetAndMetadata committed = null;
        for (int reads : owners) {
            var offsets = new PartitionOffsets(committed);
            long from = committed == null ? 0 : committed.offset();
            List<Long> seen = log.stream().filter(one -> one >= from).limit(reads).toList();
            for (long offset : seen) {
                boolean isNew = offsets.begin(offset);
                assertThat(isNew).as("%d", offset).isEqualTo(!finished.contains(offset));
                if (isNew && random.nextInt(3) > 0) {
                    offsets.finish(offset);
                    finished.add(offset);
                }
            }
            OffsetAndMetadata now = offsets.uncommitted().orElse(committed);
            if (now != null) {
                assertThat(log.stream().filter(one -> one < now.offset())).isSubsetOf(finished);
            }
            committed = now;
        }
    }

    @Example
    void passesOverWhatItHeardWasAnsweredOnceAndOnlyInThatLog() {
        var offsets = new PartitionOffsets(new OffsetAndMetadata(10));
        offsets.answered(3);
        offsets.answered(11);
        offsets.answered(12);
        assertThat(offsets.begin(10)).isTrue();
        assertThat(offsets.begin(11)).isFalse();
        offsets.finish(10);
        assertThat(offsets.uncommitted()).contains(new OffsetAndMetadata(12));
        assertThat(offsets.begin(0)).as("the log was begun anew").isTrue();
        assertThat(offsets.begin(12)).isTrue();
    }

    @Property(tries = 300)
    void neverNeedsMoreThanItSaidItWould(
            @ForAll @IntRange(min = 0, max = 2_000) int open,
            @ForAll @IntRange(min = 0, max = 400) int gaps,
            @ForAll long seed) {
        var random = new Random(seed);
        var offsets = new PartitionOffsets(null);
        long next = 0;
        while (offsets.hasRoomFor(1) && next < open) {
            next += 1 + random.nextInt(gaps + 1);
            offsets.begin(next);
        }
        String metadata = offsets.uncommitted().map(OffsetAndMetadata::metadata).orElse("");
        assertThat(metadata.length()).isLessThanOrEqualTo(PartitionOffsets.MAX_METADATA);
        if (gaps == 0 && offsets.hasRoomFor(1)) {
            assertThat(metadata).isEmpty();
        }
        assertThat(restored(offsets).contains(next)).isFalse();
    }

    @Example
    void thousandsOfFinishedBehindOneStuckTakeAFewCharacters() {
        var offsets = new PartitionOffsets(null);
        for (long offset = 0; offset < 50_000; offset++) {
            offsets.begin(offset);
            if (offset != 7) {
                offsets.finish(offset);
            }
        }
        OffsetAndMetadata commit = offsets.uncommitted().orElseThrow();
        assertThat(commit.offset()).isEqualTo(7);
        assertThat(commit.metadata()).hasSizeLessThan(12);
        assertThat(offsets.hasRoomFor(500)).isTrue();
        assertThat(offsets.watermarkLag()).isEqualTo(49_993);
        var next = new PartitionOffsets(commit);
        assertThat(next.begin(7)).isTrue();
        assertThat(next.begin(8)).isFalse();
        assertThat(next.begin(49_999)).isFalse();
        assertThat(next.begin(50_000)).isTrue();
    }

    @Example
    void hasNoRoomBeforeItsMetadataOutgrowTheBroker() {
        var offsets = new PartitionOffsets(null);
        long next = 0;
        while (offsets.hasRoomFor(500)) {
            offsets.begin(next);
            next += 2;
        }
        for (int more = 0; more < 499; more++) {
            offsets.begin(next);
            next += 200;
        }
        String metadata = offsets.uncommitted().orElseThrow().metadata();
        assertThat(metadata.length()).isBetween(4_000, PartitionOffsets.MAX_METADATA);
        assertThat(restored(offsets).contains(1)).isTrue();
    }

    @Example
    void commitsOnlyWhatChanged() {
        var offsets = new PartitionOffsets(null);
        assertThat(offsets.uncommitted()).isEmpty();
        offsets.begin(0);
        assertThat(offsets.uncommitted()).isEmpty();
        offsets.finish(0);
        OffsetAndMetadata commit = offsets.uncommitted().orElseThrow();
        assertThat(commit).isEqualTo(new OffsetAndMetadata(1, ""));
        offsets.committed(commit);
        assertThat(offsets.uncommitted()).isEmpty();
    }

    @Example
    void keepsWhatAnEarlierOwnerFinishedUntilItIsMetAgain() {
        var first = new PartitionOffsets(null);
        LongStream.range(0, 10).forEach(first::begin);
        LongStream.range(5, 10).forEach(first::finish);
        OffsetAndMetadata commit = first.uncommitted().orElseThrow();
        var second = new PartitionOffsets(commit);
        assertThat(second.uncommitted()).isEmpty();
        second.begin(0);
        second.finish(0);
        OffsetAndMetadata later = second.uncommitted().orElseThrow();
        assertThat(later.offset()).isEqualTo(1);
        var third = new PartitionOffsets(later);
        assertThat(third.begin(1)).isTrue();
        assertThat(third.begin(9)).isFalse();
    }

    @Example
    void aLogThatWasBegunAnewIsReadFromItsBeginning() {
        var old = new PartitionOffsets(null);
        LongStream.range(0, 10).forEach(old::begin);
        LongStream.range(1, 10).forEach(old::finish);
        old.finish(0);
        old.begin(10);
        old.begin(11);
        old.finish(11);
        var offsets = new PartitionOffsets(old.uncommitted().orElseThrow());
        LongStream.range(0, 12).forEach(one -> assertThat(offsets.begin(one)).isTrue());
    }

    @Example
    void metadataOfAnybodyElseSayNothing() {
        for (String text : List.of("", "none", "AQ", "AQ==", "AQE=", "AQEA", "AgEB", "AYCAgIA=")) {
            assertThat(new PartitionOffsets(new OffsetAndMetadata(5, text)).begin(6))
                    .as(text)
                    .isTrue();
        }
    }

    private static FinishedRuns restored(PartitionOffsets offsets) {
        return offsets.uncommitted()
                .map(commit -> FinishedRuns.read(commit.offset(), commit.metadata()))
                .orElse(FinishedRuns.NONE);
    }
}
