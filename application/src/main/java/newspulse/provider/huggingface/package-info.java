/// Models behind Hugging Face's inference API: classification of texts and tokens, and embeddings.
/// Start reading at [newspulse.provider.huggingface.HuggingFaceProvider].
@NullMarked
package newspulse.provider.huggingface;

import org.jspecify.annotations.NullMarked;
