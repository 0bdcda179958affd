package newspulse.producer.feed;

import java.util.Map;

/// How the documents of one corpus were read.
final class CorpusCount {
    private int files;
    private int asTheyAre;
    private int mended;
    private int refused;
    private final int[] compared = new int[2];
    private final int[] agreed = new int[2];

    void read(FeedReading reading) {
        files++;
        switch (reading) {
            case FeedReading.NotAFeed _, FeedReading.Page _ -> refused++;
            case FeedReading.Feed feed when feed.repairs().isEmpty() -> asTheyAre++;
            case FeedReading.Feed _ -> mended++;
        }
    }

    void compared(boolean wellFormed, boolean met) {
        compared[wellFormed ? 0 : 1]++;
        agreed[wellFormed ? 0 : 1] += met ? 1 : 0;
    }

    void add(CorpusCount other) {
        files += other.files;
        asTheyAre += other.asTheyAre;
        mended += other.mended;
        refused += other.refused;
        for (int i = 0; i < 2; i++) {
            compared[i] += other.compared[i];
            agreed[i] += other.agreed[i];
        }
    }

    int files() {
        return files;
    }

    double agreement(boolean wellFormed) {
        int at = wellFormed ? 0 : 1;
        return compared[at] == 0 ? 1 : (double) agreed[at] / compared[at];
    }

    static String table(Map<String, CorpusCount> counts) {
        var table =
                new StringBuilder(
                        """
                        | corpus | files | as they are | mended | refused | agree, well-formed | agree, ill-formed |
                        | --- | --: | --: | --: | --: | --: | --: |
                        """);
        counts.forEach((corpus, count) ->
                table.append(
                        "| %s | %d | %d | %d | %d | %s | %s |%n"
                                .formatted(
                                        corpus,
                                        count.files,
                                        count.asTheyAre,
                                        count.mended,
                                        count.refused,
                                        count.share(0),
                                        count.share(1))));
        return table.toString();
    }

    private String share(int at) {
        return compared[at] == 0
                ? "-"
                : "%d of %d (%.1f %%)"
                        .formatted(agreed[at], compared[at], 100.0 * agreed[at] / compared[at]);
    }
}
