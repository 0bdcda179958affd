package newspulse.provider;

import newspulse.model.Entity;
import newspulse.model.Figure;
import newspulse.model.Part;
import newspulse.model.Sentiment;
import newspulse.model.SubjectScore;

import java.util.List;

/// A usable answer to one part, checked against the article: labels of our taxonomy, offsets inside
/// its text, entities that occur in it.
public sealed interface PartAnswer {
    Part part();

    /// How the article speaks: `score` in -1..1, `confidence` in 0..1.
    record Tone(Sentiment sentiment, double score, double confidence) implements PartAnswer {
        public Tone {
            score = Figure.rounded(score);
            confidence = Figure.rounded(confidence);
        }

        @Override
        public Part part() {
            return Part.SENTIMENT;
        }
    }

    /// What it is about, most likely first, none twice.
    record Subjects(List<SubjectScore> scores) implements PartAnswer {
        public Subjects {
            scores =
                    scores.stream()
                            .map(one ->
                                    new SubjectScore(one.subject(), Figure.rounded(one.score())))
                            .toList();
        }

        @Override
        public Part part() {
            return Part.SUBJECTS;
        }
    }

    /// Its words and phrases, as [newspulse.model.Analysis#keywords] has them.
    record Keywords(List<String> keywords) implements PartAnswer {
        public Keywords {
            keywords = List.copyOf(keywords);
        }

        @Override
        public Part part() {
            return Part.KEYWORDS;
        }
    }

    /// Whom and what it names, most salient first.
    record Entities(List<Entity> entities) implements PartAnswer {
        public Entities {
            entities = List.copyOf(entities);
        }

        @Override
        public Part part() {
            return Part.ENTITIES;
        }
    }
}
