package newspulse.provider;

import newspulse.model.Article;
import newspulse.model.Part;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One model or service outside the local engine that answers parts of an analysis. It makes single
/// calls and knows its wire format; limits, retries, budget and fallback are others' concern. Safe
/// for use by many threads.
public interface Provider extends AutoCloseable {
    /// Its name in settings, metrics and the API: `openai`, `huggingface`, `onnx`.
    String name();

    /// The parts it answers, each in one group; one call answers a group.
    List<Set<Part>> calls();

    /// What an answer depends on beside the article: model, prompt and schema. An answer that was
    /// kept is good for exactly this.
    String version();

    /// The most that one call can take; nothing where calls are free.
    Usage worstCase(Article article, Set<Part> parts);

    /// Makes one call and waits for it; meant for virtual threads.
    ///
    /// @param parts a group of [#calls] or a part of one
    /// @param timeout for this call, from connecting to the last byte
    /// @return what was answered, which parts the answer got wrong among it
    /// @throws ProviderException when there is no answer at all
    Answer ask(Article article, Set<Part> parts, Duration timeout)
            throws ProviderException, InterruptedException;

    @Override
    void close();
}
