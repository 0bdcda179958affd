package newspulse.wire;

import newspulse.model.Fault;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/// Faults as problem documents and dead letters tell them.
public final class FaultJson {
    private FaultJson() {}

    /// Writes an array of `{path, message, rejected?}`.
    public static void write(JsonGenerator json, List<Fault> faults) {
        json.writeStartArray();
        for (Fault fault : faults) {
            json.writeStartObject();
            json.writeStringProperty("path", fault.path());
            json.writeStringProperty("message", fault.message());
            if (fault.rejected() != null) {
                json.writeStringProperty("rejected", fault.rejected());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
