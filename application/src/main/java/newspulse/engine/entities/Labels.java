package newspulse.engine.entities;

import java.util.List;

/// The labels of a sequence (Ramshaw and Marcus, Text Chunking using Transformation-Based Learning,
/// 1995): 0 is outside of everything; each kind has one for the first item of a span and one for
/// those that follow. [Kind#OTHER], whose spans nobody is told of, has one label for both.
public final class Labels {
    public static final int OUTSIDE = 0;

    private final List<Kind> kinds;
    private final int[] begins = new int[Kind.CODES];
    private final int[] insides = new int[Kind.CODES];
    private final Kind[] kindOf;
    private final int count;

    public Labels(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
        kindOf = new Kind[2 * kinds.size() + 1];
        int next = 1;
        for (Kind kind : kinds) {
            kindOf[next] = kind;
            begins[kind.code()] = next++;
            if (kind != Kind.OTHER) {
                kindOf[next] = kind;
                next++;
            }
            insides[kind.code()] = next - 1;
        }
        count = next;
    }

    public List<Kind> kinds() {
        return kinds;
    }

    public int count() {
        return count;
    }

    /// The label of the first item of a span; 0 for a kind that is not told apart here.
    public int begin(Kind kind) {
        return begins[kind.code()];
    }

    /// The label of the other items of a span; 0 for a kind that is not told apart here.
    public int inside(Kind kind) {
        return insides[kind.code()];
    }

    /// The kind of any label but [#OUTSIDE].
    public Kind kind(int label) {
        return kindOf[label];
    }

    /// Whether the label can only follow one of its own kind.
    public boolean isInside(int label) {
        return label != OUTSIDE && begins[kindOf[label].code()] != label;
    }

    /// The label with which the kind of a label goes on.
    public int next(int label) {
        return insides[kindOf[label].code()];
    }
}
