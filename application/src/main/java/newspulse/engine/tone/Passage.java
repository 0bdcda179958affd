package newspulse.engine.tone;

import newspulse.engine.linear.Features;
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
}
