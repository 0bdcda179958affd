package newspulse.provider.onnx;

import newspulse.provider.ProviderException;

import java.util.List;

/// Runs a model on texts together. Called by one thread, but for [#stop].
interface BatchRunner extends AutoCloseable {
    /// Runs the model once.
    ///
    /// @param batch the token ids of each text; not of one length
    /// @return the logits of each, of a token classifier those of its tokens one after the other
    List<float[]> run(List<long[]> batch) throws ProviderException;

    /// Asks a run that is under way, if any, to give up.
    void stop();

    @Override
    void close();
}
