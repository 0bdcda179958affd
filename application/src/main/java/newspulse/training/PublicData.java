package newspulse.training;

import java.util.List;

/// The data sets of others that several models were made of. `training part` is what their authors
/// set apart for it.
public final class PublicData {
    public static final DataSet HUFFPOST =
            forTraining(
                    "News Category Dataset (HuffPost), training part",
                    "topic/huffpost.train.tsv",
                    "CC-BY-4.0");
    public static final DataSet UCI =
            forTraining("UCI News Aggregator, training part", "topic/uci4.train.tsv", "CC-BY-4.0");
    public static final DataSet SENTFIN =
            forTraining("SEntFiN, training part", "sentiment/sentfin.train.tsv", "MIT");
    public static final DataSet NEWSMTSC =
            forTraining("NewsMTSC, training part", "sentiment/newsmtsc.train.tsv", "MIT");
    public static final DataSet CLICKBAIT =
            forTraining("Clickbait, training part", "topic/clickbait.train.tsv", "MIT");
    public static final DataSet NSMC =
            forTraining("NSMC, training part", "sentiment/nsmc.train.tsv", "CC0-1.0");
    public static final DataSet KLUE_TC =
            new DataSet(
                    "KLUE-TC, training part",
                    "topic/klue-tc.train.tsv",
                    "CC-BY-SA-4.0",
                    DataSet.Use.SHARE_ALIKE);

    /// English news whose labels do not matter.
    public static final List<DataSet> ENGLISH_NEWS = List.of(HUFFPOST, UCI, SENTFIN, NEWSMTSC);

    private PublicData() {}

    private static DataSet forTraining(String name, String path, String licence) {
        return new DataSet(name, path, licence, DataSet.Use.TRAINING);
    }
}
