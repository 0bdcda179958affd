package newspulse.provider.onnx;

import java.util.Locale;

/// What models run on.
public enum Device {
    CPU,
    /// An NVIDIA GPU, the first one.
    CUDA;

    /// The device of a setting's text.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    static Device of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
