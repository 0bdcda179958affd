/// Chat completions, as OpenAI and every server that speaks its wire format answer them. Start
/// reading at [newspulse.provider.openai.OpenAiProvider].
@NullMarked
package newspulse.provider.openai;

import org.jspecify.annotations.NullMarked;
