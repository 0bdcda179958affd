package newspulse.training.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.files.TermLine;
import newspulse.training.LabelledText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The clear words of the English lexicons, each as a labelled text of its own. Learned from with
/// the others they tell n-grams what words mean by themselves, whatever the sources' annotators
/// were asked: to those of NewsMTSC a sentence about many dead is neutral towards the one who
/// reports them.
final class LexiconTexts {
    /// What one counts as an example, beside 1 of a labelled text.
    static final float WEIGHT = 0.1f;

    private static final double CLEAR = 1.5;

    private LexiconTexts() {}

    /// Words with a valence of at least [#CLEAR] either way. Words with a role (what rises and
    /// falls, negations) mean nothing by themselves, and are left out.
    static List<LabelledText> of(ModelFiles lexicons) {
        Map<String, Double> valences = new TreeMap<>();
        for (String file : List.of("en/vader.tsv", "en/news.tsv")) {
            for (TermLine line : lexicons.lines(file)) {
                boolean plain = line.head().size() == 1;
                double valence = plain ? Double.parseDouble(line.head().getFirst()) : 0;
                line.terms().forEach(term -> valences.put(term, valence));
            }
        }
        List<LabelledText> texts = new ArrayList<>();
        valences.forEach((term, valence) -> {
            if (Math.abs(valence) >= CLEAR) {
                texts.add(new LabelledText(valence > 0 ? "positive" : "negative", term));
            }
        });
        return texts;
    }
}
