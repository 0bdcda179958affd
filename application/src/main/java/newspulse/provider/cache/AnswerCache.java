package newspulse.provider.cache;

import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.PartAnswer;
import newspulse.provider.Provider;

import java.util.Map;
import java.util.Set;

/// Usable answers, kept under the text, the provider, its version and the part.
public interface AnswerCache {
    /// What is known; whatever goes wrong is a miss.
    Map<Part, PartAnswer> find(Provider provider, Article article, Set<Part> parts)
            throws InterruptedException;

    /// Keeps answers without waiting; whether it worked is nobody's concern.
    void keep(Provider provider, Article article, Map<Part, PartAnswer> answers);
}
