package newspulse.inference;

import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

/// How far an async request has come. It is kept where every replica can read it, and holds its
/// deadline: one that is past it and not done was lost with the process that worked on it, and so
/// has failed.
///
/// @param results the answers as JSON, in the order of the articles; empty unless done
/// @param failure why it failed; null unless it did
record AsyncRequest(
        String id,
        Status status,
        int articleCount,
        Instant deadline,
        List<String> results,
        @Nullable String failure) {

    enum Status {
        ACCEPTED("accepted"),
        RUNNING("running"),
        DONE("done"),
        FAILED("failed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Status of(String label) {
            for (Status status : values()) {
                if (status.label.equals(label)) {
                    return status;
                }
            }
            throw new IllegalArgumentException("no such status: " + label);
        }
    }

    AsyncRequest {
        results = List.copyOf(results);
    }

    static AsyncRequest accepted(String id, int articleCount, Instant deadline) {
        return new AsyncRequest(id, Status.ACCEPTED, articleCount, deadline, List.of(), null);
    }

    AsyncRequest running() {
        return new AsyncRequest(id, Status.RUNNING, articleCount, deadline, List.of(), null);
    }

    AsyncRequest done(List<String> answers) {
        return new AsyncRequest(id, Status.DONE, articleCount, deadline, answers, null);
    }

    AsyncRequest failed(String why) {
        return new AsyncRequest(id, Status.FAILED, articleCount, deadline, List.of(), why);
    }

    /// What a reader is to be told now.
    AsyncRequest seenAt(Instant now) {
        return switch (status) {
            case DONE, FAILED -> this;
            case ACCEPTED, RUNNING ->
                    now.isAfter(deadline) ? failed("It was not done in time.") : this;
        };
    }

    byte[] toJson() {
        return Json.write(this::write);
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("request_id", id);
        json.writeStringProperty("status", status.label());
        json.writeNumberProperty("article_count", articleCount);
        json.writeStringProperty("deadline", deadline.toString());
        if (failure != null) {
            json.writeStringProperty("error", failure);
        }
        if (status == Status.DONE) {
            json.writeName("results");
            json.writeStartArray();
            for (String result : results) {
                json.writeRawValue(result);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /// Reads what [#toJson] wrote. The results are left where they are: whoever reads wants the
    /// whole document.
    static AsyncRequest fromJson(byte[] bytes) {
        JsonNode json = Json.mapper().readTree(bytes);
        return new AsyncRequest(
                json.path("request_id").asString(),
                Status.of(json.path("status").asString()),
                json.path("article_count").asInt(),
                Instant.parse(json.path("deadline").asString()),
                json.path("results").valueStream().map(JsonNode::toString).toList(),
                json.path("error").isString() ? json.path("error").asString() : null);
    }
}
