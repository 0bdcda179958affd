package newspulse.training.entities;

import java.util.ArrayList;
import java.util.List;

/// Training data, every tenth element of which is kept back to measure by.
record HeldOut<T>(List<T> learned, List<T> held) {
    private static final int EVERY = 10;

    static <T> HeldOut<T> of(List<T> all) {
        List<T> learned = new ArrayList<>();
        List<T> held = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            (i % EVERY == EVERY - 1 ? held : learned).add(all.get(i));
        }
        return new HeldOut<>(learned, held);
    }
}
