package newspulse.engine.subjects;

import newspulse.engine.linear.Features;
import newspulse.engine.linear.LinearModel;
import newspulse.engine.linear.Softmax;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.model.Figure;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The subjects of articles in one language.
///
/// Two experts answer (after Jacobs et al., "Adaptive Mixtures of Local Experts", 1991). The *near*
/// one knows the sources it learned from, by hashed features and words, and one class of it says
/// that a text is of another source: that share of the answer is the *far* expert's, which reads
/// words alone and so carries over. A model without word scores is the near expert alone.
///
/// Work is bounded: the near expert reads the first [#NEAR_TOKENS] tokens, the far one the first
/// [#FAR_TOKENS]; in an article with a body the title counts [#TITLE] times, and what follows the
/// lead of [#LEAD] tokens half.
public final class SubjectModel {
    /// The label of the near expert for texts of other sources.
    public static final String ELSEWHERE = "elsewhere";

    /// The label for what is no news.
    public static final String NONE = "none";

    /// Stands in a label of the near expert before what tells the source.
    public static final char SOURCE = '#';

    static final int NEAR_TOKENS = 48;
    static final int LEAD = 96;
    static final int FAR_TOKENS = 256;
    static final float TITLE = 2;
    static final float TAIL = 0.5f;

    /// What the near expert's own answer counts in the pool of both.
    private static final double OWN = 0.85;

    /// What the far expert's counts beside it.
    private static final double HEARD = 0.25;

    private static final int MAGIC = 0x4e50534d;
    private static final int VERSION = 1;

    /// A subject less likely than this is not named.
    private static final double THRESHOLD = 0.25;

    /// More would say nothing of an article.
    private static final int MOST = 3;

    private static final List<Subject> SUBJECTS = List.of(Subject.values());

    /// The place of [#NONE] behind all subjects.
    private static final int NO_SUBJECT = SUBJECTS.size();

    private static final int ANSWERS = NO_SUBJECT + 1;
    private static final int NOWHERE = -1;

    private final LinearModel near;
    private final @Nullable WordScores words;
    private final float[] farBias;

    /// For each class of the near expert the place of its subject, or [#NOWHERE].
    private final int[] answers;

    /// @param near its labels are those of subjects, [#NONE], and with word scores [#ELSEWHERE];
    ///   what follows a [#SOURCE] in a label tells sources apart, which are summed up
    /// @param words for each label of `near` what words add to it, then for each subject and for
    ///   [#NONE] the far expert's score; null for a near expert alone
    /// @param farBias of the far expert, in the same order; empty for a near expert alone
    public SubjectModel(LinearModel near, @Nullable WordScores words, float[] farBias) {
        this.near = near;
        this.words = words;
        this.farBias = farBias.clone();
        int classes = near.labels().size();
        boolean alone = words == null;
        if (near.labels().contains(ELSEWHERE) == alone
                || farBias.length != (alone ? 0 : ANSWERS)
                || (words != null && words.classes() != classes + ANSWERS)) {
            throw new IllegalStateException("experts of subjects that do not fit each other");
        }
        answers = near.labels().stream().mapToInt(SubjectModel::answer).toArray();
    }

    private static int answer(String label) {
        int source = label.indexOf(SOURCE);
        String name = source < 0 ? label : label.substring(0, source);
        for (int answer = 0; answer < NO_SUBJECT; answer++) {
            if (SUBJECTS.get(answer).label().equals(name)) {
                return answer;
            }
        }
        return switch (name) {
            case NONE -> NO_SUBJECT;
            case ELSEWHERE -> NOWHERE;
            default -> throw new IllegalStateException("not a subject: " + label);
        };
    }

    /// The subjects that an article is about, likeliest first; none where none is likely.
    ///
    /// @param features of `document`
    public List<SubjectScore> of(Document document, Features features) {
        float[] likely = probabilities(document, features);
        List<SubjectScore> scores = new ArrayList<>(MOST);
        for (int answer = 0; answer < NO_SUBJECT; answer++) {
            if (likely[answer] >= THRESHOLD) {
                scores.add(new SubjectScore(SUBJECTS.get(answer), score(likely[answer])));
            }
        }
        scores.sort(Comparator.comparingDouble(SubjectScore::score).reversed());
        return scores.size() > MOST ? scores.subList(0, MOST) : scores;
    }

    /// Four decimals tell all that a model can.
    private static double score(double likely) {
        return Math.min(1, Figure.rounded(likely));
    }

    /// How likely each subject is, those too that [#of] does not name. What they lack to 1 is how
    /// likely there is none.
    public Map<Subject, Double> all(Document document, Features features) {
        float[] likely = probabilities(document, features);
        Map<Subject, Double> all = new EnumMap<>(Subject.class);
        for (int answer = 0; answer < NO_SUBJECT; answer++) {
            all.put(SUBJECTS.get(answer), (double) likely[answer]);
        }
        return all;
    }

    /// How likely each subject is, and [#NONE].
    private float[] probabilities(Document document, Features features) {
        float[] classes = new float[answers.length];
        nearSums(features, classes);
        if (words == null) {
            return answers(classes);
        }
        float[] scores = wordSums(words, document);
        float[] far = farBias.clone();
        for (int c = 0; c < classes.length; c++) {
            classes[c] += scores[c];
        }
        for (int c = 0; c < far.length; c++) {
            far[c] += scores[classes.length + c];
        }
        float[] likely = answers(classes);
        Softmax.inPlace(far);
        mix(likely, far);
        return likely;
    }

    /// Sums up the classes of each answer; what is elsewhere is lacking.
    private float[] answers(float[] logits) {
        Softmax.inPlace(logits);
        float[] likely = new float[ANSWERS];
        for (int c = 0; c < logits.length; c++) {
            if (answers[c] != NOWHERE) {
                likely[answers[c]] += logits[c];
            }
        }
        return likely;
    }

    /// Writes over `near` what both experts say together. Even of a source that it knows, the near
    /// expert hears the far one (a logarithmic opinion pool: Genest and Zidek, "Combining
    /// Probability Distributions", 1986).
    private static void mix(float[] near, float[] far) {
        float known = 0;
        float sum = 0;
        for (int c = 0; c < ANSWERS; c++) {
            known += near[c];
            near[c] = (float) (Math.pow(near[c], OWN) * Math.pow(far[c], HEARD));
            sum += near[c];
        }
        float scale = sum == 0 ? 0 : known / sum;
        float share = Math.max(0, 1 - known);
        for (int c = 0; c < ANSWERS; c++) {
            near[c] = near[c] * scale + share * far[c];
        }
    }

    private void nearSums(Features features, float[] sums) {
        int tokens = Math.min(features.tokens(), NEAR_TOKENS);
        int title = Math.min(features.fieldStart(1), tokens);
        float weight = title < tokens ? TITLE : 1;
        float mass = weight * weight * near.addWithin(features, 0, title, weight, sums);
        mass += near.addWithin(features, title, tokens, 1, sums);
        near.finish(mass, sums);
    }

    private static float[] wordSums(WordScores words, Document document) {
        float[] sums = new float[words.classes()];
        Tokens title = document.title();
        float weight = document.body().isEmpty() ? 1 : TITLE;
        float mass = words.add(title, 0, Math.min(title.count(), FAR_TOKENS), weight, sums);
        int read = title.count();
        for (Tokens tokens : document.body()) {
            int lead = Math.clamp(LEAD - read, 0, tokens.count());
            int end = Math.clamp(FAR_TOKENS - read, lead, tokens.count());
            mass += words.add(tokens, 0, lead, 1, sums);
            mass += words.add(tokens, lead, end, TAIL, sums);
            read += tokens.count();
        }
        words.finish(mass, sums);
        return sums;
    }

    /// The words that spoke most for each subject of [#of], most telling first.
    ///
    /// @param features of `document`
    public List<SubjectSpan> explain(Document document, Features features) {
        var evidence = new SubjectEvidence(near, words, answers);
        List<SubjectSpan> spans = new ArrayList<>();
        for (SubjectScore score : of(document, features)) {
            spans.addAll(
                    evidence.of(
                            document,
                            features,
                            score.subject(),
                            SUBJECTS.indexOf(score.subject())));
        }
        return spans;
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalStateException when it is no such file, or a damaged one
    public static SubjectModel read(byte[] file) {
        try (var in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
                throw new IllegalStateException("not a model of subjects of version " + VERSION);
            }
            boolean far = in.readBoolean();
            LinearModel near = LinearModel.read(in);
            WordScores words = far ? WordScores.read(in) : null;
            float[] bias = new float[far ? ANSWERS : 0];
            for (int c = 0; c < bias.length; c++) {
                bias[c] = in.readFloat();
            }
            if (in.read() >= 0) {
                throw new IllegalStateException("a model of subjects with more behind its end");
            }
            return new SubjectModel(near, words, bias);
        } catch (IOException e) {
            throw new IllegalStateException("a damaged model of subjects", e);
        }
    }

    /// Writes the model: magic `NPSM`, version, whether there is a far expert; the near expert; of
    /// the far one the word scores and the biases.
    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        out.writeBoolean(words != null);
        near.write(out);
        if (words != null) {
            words.write(out);
            for (float bias : farBias) {
                out.writeFloat(bias);
            }
        }
        out.flush();
    }
}
