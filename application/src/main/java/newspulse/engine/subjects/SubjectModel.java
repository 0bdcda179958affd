package newspulse.engine.subjects;

import newspulse.engine.linear.Features;
import newspulse.engine.linear.LinearModel;
import newspulse.engine.linear.Softmax;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
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
/// lead half.
public final class SubjectModel {
    /// The label of the near expert for texts of other sources.
    public static final String ELSEWHERE = "elsewhere";

    /// The label for what is no news.
    public static final String NONE = "none";

    static final int NEAR_TOKENS = 64;
    static final int FAR_TOKENS = 256;
    static final float TITLE = 2;
    static final float TAIL = 0.5f;

    /// What the near expert's own answer counts in the pool of both.
    private static final double OWN = 0.8;

    /// What the far expert's counts beside it.
    private static final double HEARD = 0.4;

    private static final int MAGIC = 0x4e50534d;
    private static final int VERSION = 1;

    /// A subject less likely than this is not named.
    private static final double THRESHOLD = 0.25;

    /// More would say nothing of an article.
    private static final int MOST = 3;

    private final LinearModel near;
    private final @Nullable WordScores words;
    private final @Nullable Subject[] subjects;
    private final float[] farBias;
    private final int elsewhere;

    /// @param near its labels are those of subjects, [#NONE] and [#ELSEWHERE]
    /// @param words for each label of `near` what words add to it, then for each label but
    ///   [#ELSEWHERE] the far expert's score; null for a near expert alone
    /// @param farBias of the far expert, in the same order; empty for a near expert alone
    public SubjectModel(LinearModel near, @Nullable WordScores words, float[] farBias) {
        this.near = near;
        this.words = words;
        this.farBias = farBias.clone();
        this.elsewhere = near.labels().indexOf(ELSEWHERE);
        int classes = near.labels().size();
        int far = words == null ? 0 : classes - 1;
        if ((elsewhere >= 0 && elsewhere != classes - 1)
                || (words == null) != (elsewhere < 0)
                || farBias.length != far
                || (words != null && words.classes() != classes + far)) {
            throw new IllegalStateException("experts of subjects that do not fit each other");
        }
        subjects = new Subject[classes];
        for (int c = 0; c < classes; c++) {
            subjects[c] = subject(near.labels().get(c));
        }
    }

    private static @Nullable Subject subject(String label) {
        for (Subject subject : Subject.values()) {
            if (subject.label().equals(label)) {
                return subject;
            }
        }
        if (label.equals(NONE) || label.equals(ELSEWHERE)) {
            return null;
        }
        throw new IllegalStateException("not a subject: " + label);
    }

    /// The subjects that an article is about, likeliest first; none where none is likely.
    ///
    /// @param features of `document`
    public List<SubjectScore> of(Document document, Features features) {
        float[] likely = probabilities(document, features);
        List<SubjectScore> scores = new ArrayList<>(MOST);
        for (int c = 0; c < likely.length; c++) {
            Subject subject = subjects[c];
            if (subject != null && likely[c] >= THRESHOLD) {
                scores.add(new SubjectScore(subject, Math.min(1, likely[c])));
            }
        }
        scores.sort(Comparator.comparingDouble(SubjectScore::score).reversed());
        return scores.size() > MOST ? scores.subList(0, MOST) : scores;
    }

    /// How likely each subject is, those too that [#of] does not name. What they lack to 1 is how
    /// likely there is none.
    public Map<Subject, Double> all(Document document, Features features) {
        float[] likely = probabilities(document, features);
        Map<Subject, Double> all = new EnumMap<>(Subject.class);
        for (int c = 0; c < likely.length; c++) {
            Subject subject = subjects[c];
            if (subject != null) {
                all.put(subject, (double) likely[c]);
            }
        }
        return all;
    }

    /// For each label of the near expert how likely it is; what was elsewhere is shared out.
    private float[] probabilities(Document document, Features features) {
        float[] near = new float[subjects.length];
        nearSums(features, near);
        if (words == null) {
            Softmax.inPlace(near);
            return near;
        }
        float[] scores = wordSums(words, document);
        float[] far = farBias.clone();
        for (int c = 0; c < near.length; c++) {
            near[c] += scores[c];
        }
        for (int c = 0; c < far.length; c++) {
            far[c] += scores[near.length + c];
        }
        Softmax.inPlace(near);
        Softmax.inPlace(far);
        return mixed(near, far);
    }

    /// Writes over `near` what both experts say together. Even of a source that it knows, the near
    /// expert hears the far one (a logarithmic opinion pool: Genest and Zidek, "Combining
    /// Probability Distributions", 1986).
    private float[] mixed(float[] near, float[] far) {
        float share = near[elsewhere];
        near[elsewhere] = 0;
        float sum = 0;
        for (int c = 0; c < far.length; c++) {
            near[c] = (float) Math.pow(near[c], OWN) * (float) Math.pow(far[c], HEARD);
            sum += near[c];
        }
        float scale = sum == 0 ? 0 : (1 - share) / sum;
        for (int c = 0; c < far.length; c++) {
            near[c] = near[c] * scale + share * far[c];
        }
        return near;
    }

    private void nearSums(Features features, float[] sums) {
        int tokens = Math.min(features.tokens(), NEAR_TOKENS);
        int title = Math.min(features.fieldStart(1), tokens);
        float weight = title < tokens ? TITLE : 1;
        near.add(features, 0, title, weight, sums);
        near.add(features, title, tokens, 1, sums);
        int titleFeatures = features.from(title);
        near.finish(titleFeatures * weight * weight + features.from(tokens) - titleFeatures, sums);
    }

    private static float[] wordSums(WordScores words, Document document) {
        float[] sums = new float[words.classes()];
        Tokens title = document.title();
        float weight = document.body().isEmpty() ? 1 : TITLE;
        float mass = words.add(title, 0, Math.min(title.count(), FAR_TOKENS), weight, sums);
        int read = title.count();
        for (Tokens tokens : document.body()) {
            int lead = Math.clamp(NEAR_TOKENS - read, 0, tokens.count());
            int end = Math.clamp(FAR_TOKENS - read, lead, tokens.count());
            mass += words.add(tokens, 0, lead, 1, sums);
            mass += words.add(tokens, lead, end, TAIL, sums);
            read += tokens.count();
        }
        words.finish(mass, sums);
        return sums;
    }

    /// The words that spoke most for each subject of [#of], most telling first.
    public List<SubjectSpan> explain(Document document, Features features) {
        List<SubjectSpan> spans = new ArrayList<>();
        for (SubjectScore score : of(document, features)) {
            int label = near.labels().indexOf(score.subject().label());
            spans.addAll(new SubjectEvidence(near, words).of(document, features, label));
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
            float[] bias = new float[far ? near.labels().size() - 1 : 0];
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
