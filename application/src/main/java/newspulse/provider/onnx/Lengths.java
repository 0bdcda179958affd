package newspulse.provider.onnx;

/// Texts of similar length go together: a batch is as long as its longest, the rest is padding, and
/// of a batch that is longer than 16 tokens less than a third is.
final class Lengths {
    private static final int SHORTEST = 16;

    private Lengths() {}

    /// The number of the class of a length: up to 16, 24, 32, 48, 64, 96 and so on.
    static int of(int length) {
        int number = 0;
        while (limit(number) < length) {
            number++;
        }
        return number;
    }

    /// The longest of a class.
    static int limit(int number) {
        int power = SHORTEST << (number / 2);
        return number % 2 == 0 ? power : power + power / 2;
    }
}
