package newspulse.provider.onnx;

import newspulse.model.Part;
import newspulse.model.Sentiment;
import newspulse.model.Subject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Which part of an analysis a model answers, and what each of its labels means there. A meaning
/// that is null: the label says nothing that a reader is told.
sealed interface Task {
    Part part();

    /// The tone of an article.
    ///
    /// @param meanings by the index of their logit
    record Tone(List<@Nullable Sentiment> meanings, boolean multiLabel) implements Task {
        public Tone {
            meanings = Collections.unmodifiableList(new ArrayList<>(meanings));
        }

        @Override
        public Part part() {
            return Part.SENTIMENT;
        }
    }

    /// Its subjects.
    ///
    /// @param meanings by the index of their logit
    record Subjects(List<@Nullable Subject> meanings, boolean multiLabel) implements Task {
        public Subjects {
            meanings = Collections.unmodifiableList(new ArrayList<>(meanings));
        }

        @Override
        public Part part() {
            return Part.SUBJECTS;
        }
    }

    /// Whom and what it names.
    ///
    /// @param meanings by the index of their logit
    record Entities(List<Tag> meanings) implements Task {
        public Entities {
            meanings = List.copyOf(meanings);
        }

        @Override
        public Part part() {
            return Part.ENTITIES;
        }
    }

    /// What a label says of a word.
    ///
    /// @param begins whether an entity begins with it whatever stood before (`B`, `U`, `S`)
    /// @param type of the entity, or null outside of any
    record Tag(boolean begins, @Nullable String type) {
        static final Tag OUTSIDE = new Tag(false, null);
    }
}
