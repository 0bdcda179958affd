package newspulse.producer.replay;

import newspulse.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the articles of a second and later pass new ones: the id ends in `~2`, the address says
/// `pass=2`, and nothing else changes. What is no JSON object stays as it is.
final class NextPass {
    private NextPass() {}

    static byte[] of(byte[] line, int pass) {
        JsonNode parsed;
        try {
            parsed = Json.mapper().readTree(line);
        } catch (JacksonException _) {
            return line;
        }
        if (!(parsed instanceof ObjectNode article)) {
            return line;
        }
        JsonNode id = article.path("id");
        if (id.isString() && !id.stringValue().isBlank()) {
            article.put("id", id.stringValue() + "~" + pass);
        }
        JsonNode url = article.path("url");
        if (url.isString()) {
            article.put("url", withPass(url.stringValue(), pass));
        }
        return Json.mapper().writeValueAsBytes(article);
    }

    private static String withPass(String url, int pass) {
        int hash = url.indexOf('#');
        String address = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash);
        String separator = address.indexOf('?') < 0 ? "?" : "&";
        return address + separator + "pass=" + pass + fragment;
    }
}
