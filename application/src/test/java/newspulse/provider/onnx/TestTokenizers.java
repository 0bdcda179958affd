package newspulse.provider.onnx;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tokenizers in the format of Hugging Face's `tokenizer.json`.
final class TestTokenizers {
    /// Words that the WordPiece tokenizer knows; others fall into their letters.
    static final List<String> WORDS =
            List.of(
                    "good", "bad", "plain", "news", "in", "of", "paris", "ada", "love", "##lace",
                    "acme", "corp", "match", "vote", ".", ",", "서울");

    private static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]");
    private static final JsonMapper JSON = new JsonMapper();

    private TestTokenizers() {}

    /// The vocabulary of [#wordPiece]: a token's place is its id.
    static List<String> vocabulary() {
        List<String> all = new ArrayList<>(SPECIAL);
        all.addAll(WORDS);
        for (char letter = 'a'; letter <= 'z'; letter++) {
            all.add(String.valueOf(letter));
            all.add("##" + letter);
        }
        return all;
    }

    /// As BERT's: lower case, words and punctuation, then the longest known pieces.
    static String wordPiece() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "WordPiece");
        model.put("unk_token", "[UNK]");
        model.put("continuing_subword_prefix", "##");
        model.put("max_input_chars_per_word", 100);
        model.put("vocab", ids(vocabulary()));
        Map<String, Object> normalizer = new LinkedHashMap<>();
        normalizer.put("type", "BertNormalizer");
        normalizer.put("clean_text", true);
        normalizer.put("handle_chinese_chars", true);
        normalizer.put("strip_accents", false);
        normalizer.put("lowercase", true);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("normalizer", normalizer);
        all.put("pre_tokenizer", Map.of("type", "BertPreTokenizer"));
        all.put("post_processor", template("[CLS]", 2, "[SEP]", 3));
        all.put("model", model);
        return tokenizer(SPECIAL, all);
    }

    /// As GPT-2's and RoBERTa's: every byte a token, but for one pair that is merged.
    static String byteLevelBpe() {
        List<String> vocabulary = new ArrayList<>(List.of("<s>", "<pad>", "</s>"));
        int beyond = 256;
        for (int value = 0; value < 256; value++) {
            boolean shown =
                    (value >= '!' && value <= '~')
                            || (value >= 0xA1 && value <= 0xFF && value != 0xAD);
            vocabulary.add(String.valueOf((char) (shown ? value : beyond++)));
        }
        vocabulary.add("Ad");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "BPE");
        model.put("vocab", ids(vocabulary));
        model.put("merges", List.of("A d"));
        Map<String, Object> byteLevel = new LinkedHashMap<>();
        byteLevel.put("type", "ByteLevel");
        byteLevel.put("add_prefix_space", false);
        byteLevel.put("trim_offsets", true);
        byteLevel.put("use_regex", true);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("normalizer", null);
        all.put("pre_tokenizer", byteLevel);
        all.put("post_processor", template("<s>", 0, "</s>", 2));
        all.put("model", model);
        return tokenizer(List.of("<s>", "<pad>", "</s>"), all);
    }

    private static String tokenizer(List<String> special, Map<String, Object> rest) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", "1.0");
        all.put("truncation", null);
        all.put("padding", null);
        List<Object> added = new ArrayList<>();
        for (int id = 0; id < special.size(); id++) {
            Map<String, Object> token = new LinkedHashMap<>();
            token.put("id", id);
            token.put("content", special.get(id));
            token.put("single_word", false);
            token.put("lstrip", false);
            token.put("rstrip", false);
            token.put("normalized", false);
            token.put("special", true);
            added.add(token);
        }
        all.put("added_tokens", added);
        all.putAll(rest);
        return JSON.writeValueAsString(all);
    }

    private static Map<String, Object> template(String first, int firstId, String last, int id) {
        Object begin = Map.of("SpecialToken", Map.of("id", first, "type_id", 0));
        Object end = Map.of("SpecialToken", Map.of("id", last, "type_id", 0));
        Object text = Map.of("Sequence", Map.of("id", "A", "type_id", 0));
        Object other = Map.of("Sequence", Map.of("id", "B", "type_id", 1));
        return Map.of(
                "type", "TemplateProcessing",
                "single", List.of(begin, text, end),
                "pair", List.of(begin, text, end, other, end),
                "special_tokens", Map.of(first, special(first, firstId), last, special(last, id)));
    }

    private static Map<String, Object> special(String token, int id) {
        return Map.of("id", token, "ids", List.of(id), "tokens", List.of(token));
    }

    private static Map<String, Integer> ids(List<String> vocabulary) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        vocabulary.forEach(token -> ids.put(token, ids.size()));
        return ids;
    }
}
