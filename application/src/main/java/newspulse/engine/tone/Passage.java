package newspulse.engine.tone;

import newspulse.engine.linear.Features;
import newspulse.engine.linear.LinearModel;
import newspulse.engine.text.Tokens;

/// A run of tokens that is judged as one: a title, or a sentence of the body.
///
/// @param tokens of the text it stands in
/// @param from the first token
/// @param to the token after the last
/// @param features of the whole document
/// @param offset of the text's first token among the tokens of `features`
record Passage(Tokens tokens, int from, int to, Features features, int offset) {
    int featuresFrom() {
        return offset + from;
    }

    int featuresTo() {
        return offset + to;
    }

    int length() {
        return to - from;
    }

    /// Writes the logits of a model.
    void score(LinearModel model, float[] logits) {
        model.score(features, featuresFrom(), featuresTo(), logits);
    }

    /// What a token adds to the logit of a label.
    double part(LinearModel model, int token, int label) {
        int mass = features.to(featuresTo() - 1) - features.from(featuresFrom());
        return model.contribution(features, offset + token, label) / Math.sqrt(Math.max(1, mass));
    }

    /// What a token changes for a lexicon, on the scale of logits.
    double change(SentenceLexicon lexicon, int token) {
        return lexicon.change(tokens, from, token) / SentenceLexicon.HALF_WAY;
    }
}
