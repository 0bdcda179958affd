package newspulse.provider.openai;

import java.util.Locale;

/// How a server is told the form of the answer. Whichever it is, the answer is checked all the
/// same.
public enum SchemaMode {
    /// `response_format` with a strict JSON schema: OpenAI, vLLM, Ollama, llama.cpp.
    JSON_SCHEMA,
    /// `response_format` with the schema as its `value`, which is how TGI wants it.
    JSON_VALUE,
    /// `response_format` that asks for any JSON; the schema stands in the instructions.
    JSON_OBJECT,
    /// No `response_format`: the schema stands in the instructions, and one Markdown code fence
    /// round the answer is taken off.
    NONE;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }

    static SchemaMode parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
