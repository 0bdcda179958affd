package newspulse.engine.entities;

import newspulse.engine.text.Document;

/// Cuts a document into sequences of items that can be part of a name, and says what is to be seen
/// at each. Tagging and training see a document through this alone, so that they see the same.
/// Thread-safe.
public interface Sequences {
    /// Tells the visitor of every sequence, in reading order.
    void walk(Document document, FeatureBuffer features, Visitor visitor);

    /// Is told what there is.
    interface Visitor {
        /// One item of the sequence.
        ///
        /// @param part of the document: 0 for the title, the others from 1
        /// @param start of the item in the part's text, in UTF-16 units
        /// @param end of it, excluded
        /// @param features of the item, valid during the call
        void item(int part, int start, int end, FeatureBuffer features);

        /// The sequence has no more items.
        void end();
    }
}
