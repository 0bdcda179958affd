package newspulse.training.entities;

import newspulse.engine.entities.Kind;
import newspulse.engine.text.Document;

import java.util.List;

/// A document and the spans that somebody marked in it, in reading order.
record LabelledDocument(Document document, List<Gold> spans) {
    LabelledDocument {
        spans = List.copyOf(spans);
    }

    /// A span of a part of the document: 0 for the title, the others from 1.
    record Gold(int part, int start, int end, Kind kind) {}
}
