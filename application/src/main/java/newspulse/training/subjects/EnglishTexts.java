package newspulse.training.subjects;

import newspulse.engine.subjects.SubjectModel;
import newspulse.engine.text.Document;
import newspulse.model.Subject;
import newspulse.training.LabelledText;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What the English model learns from: texts with a subject, and texts of other sources.
///
/// @param subjects with the number of their file as source
/// @param elsewhere texts whose label says no subject, alone and, as longer texts, in runs
record EnglishTexts(List<SubjectText> subjects, List<SubjectText> elsewhere) {
    /// Headlines about companies and markets, labelled with their tone.
    private static final String MARKETS = "sentfin.train.tsv";

    private static final float MARKETS_WEIGHT = 0.3f;

    /// How much a text of a vague section counts.
    private static final float VAGUE_WEIGHT = 0.5f;

    private static final float ELSEWHERE_WEIGHT = 0.3f;
    private static final int MOST_ELSEWHERE = 14_000;
    private static final int RUNS = 9_000;
    private static final int LONGEST_RUN = 4;

    /// Reads files of labelled texts; one none of whose labels is a subject's is of elsewhere.
    static EnglishTexts read(List<Path> files, long seed) throws IOException {
        List<SubjectText> subjects = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (int source = 0; source < files.size(); source++) {
            Path file = files.get(source);
            List<LabelledText> lines = LabelledText.read(file);
            if (file.endsWith(MARKETS)) {
                for (LabelledText line : lines) {
                    subjects.add(business(line, source));
                }
            } else if (lines.stream().noneMatch(line -> subject(line).isPresent())) {
                lines.forEach(line -> elsewhere.add(line.text()));
            } else {
                for (LabelledText line : lines) {
                    int from = source;
                    subject(line).ifPresent(found -> subjects.add(text(line, found, from)));
                }
            }
        }
        return new EnglishTexts(subjects, elsewhere(elsewhere, new Random(seed)));
    }

    private static Optional<Subject> subject(LabelledText line) {
        return Sections.subject(line.label());
    }

    private static SubjectText business(LabelledText line, int source) {
        String label = Subject.BUSINESS.label();
        return new SubjectText(SubjectText.document(line.text()), label, source, MARKETS_WEIGHT);
    }

    private static SubjectText text(LabelledText line, Subject subject, int source) {
        float weight = Sections.isVague(line.label()) ? VAGUE_WEIGHT : 1;
        return new SubjectText(SubjectText.document(line.text()), subject.label(), source, weight);
    }

    private static List<SubjectText> elsewhere(List<String> lines, Random random) {
        List<SubjectText> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ELSEWHERE, lines.size()); i++) {
            texts.add(elsewhere(lines.get(random.nextInt(lines.size())), ""));
        }
        for (int i = 0; i < Math.min(RUNS, lines.size()); i++) {
            var body = new StringBuilder();
            for (int n = random.nextInt(LONGEST_RUN); n >= 0; n--) {
                body.append(lines.get(random.nextInt(lines.size()))).append(". ");
            }
            texts.add(elsewhere(lines.get(random.nextInt(lines.size())), body.toString()));
        }
        return texts;
    }

    private static SubjectText elsewhere(String title, String body) {
        return elsewhere(SubjectText.document(title, body));
    }

    static SubjectText elsewhere(Document document) {
        return new SubjectText(document, SubjectModel.ELSEWHERE, 0, ELSEWHERE_WEIGHT);
    }
}
