package newspulse.provider.huggingface;

import newspulse.provider.checked.BrokenRuleException;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Vectors of texts: one for each, or one for each token of each, whose mean is taken then.
final class Embeddings {
    private static final int MOST_DIMENSIONS = 8_192;

    private final List<double[]> vectors = new ArrayList<>();

    private Embeddings() {}

    static Embeddings read(JsonNode root, int texts) throws BrokenRuleException {
        Embeddings embeddings = new Embeddings();
        if (!root.isArray() || root.size() != texts) {
            throw new BrokenRuleException("not a vector for each text");
        }
        for (JsonNode one : root) {
            embeddings.vectors.add(vector(one));
        }
        int dimensions = embeddings.vectors.getFirst().length;
        if (embeddings.vectors.stream().anyMatch(vector -> vector.length != dimensions)) {
            throw new BrokenRuleException("the vectors differ in length");
        }
        return embeddings;
    }

    /// The indices from 1, those most like the first first (cosine; as KeyBERT ranks phrases,
    /// Grootendorst, 2020).
    List<Integer> mostLikeFirst() {
        return IntStream.range(1, vectors.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -cosine(0, i)))
                .toList();
    }

    private double cosine(int a, int b) {
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private double dot(int a, int b) {
        double sum = 0;
        for (int i = 0; i < vectors.get(a).length; i++) {
            sum += vectors.get(a)[i] * vectors.get(b)[i];
        }
        return sum;
    }

    private static double[] vector(JsonNode node) throws BrokenRuleException {
        JsonNode inner = node;
        while (inner.size() == 1 && inner.path(0).isArray() && inner.path(0).path(0).isArray()) {
            inner = inner.path(0);
        }
        if (!inner.path(0).isArray()) {
            return numbers(inner);
        }
        double[] mean = numbers(inner.path(0));
        for (int token = 1; token < inner.size(); token++) {
            double[] next = numbers(inner.path(token));
            if (next.length != mean.length) {
                throw new BrokenRuleException("the vectors differ in length");
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] += next[i];
            }
        }
        return mean; // the length of a vector does not matter to the cosine
    }

    private static double[] numbers(JsonNode node) throws BrokenRuleException {
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_DIMENSIONS) {
            throw new BrokenRuleException("it is not a vector");
        }
        double[] vector = new double[node.size()];
        double norm = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = node.path(i).isNumber() ? node.path(i).asDouble(Double.NaN) : Double.NaN;
            norm += vector[i] * vector[i];
        }
        if (!(norm > 0 && norm < Double.MAX_VALUE)) {
            throw new BrokenRuleException("it is not a vector");
        }
        return vector;
    }
}
