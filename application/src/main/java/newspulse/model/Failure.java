package newspulse.model;

import java.util.List;

/// What went wrong, for people (`detail`) and for programs (`code`, `faults`).
public record Failure(FailureCode code, String detail, List<Fault> faults) {
    public Failure {
        faults = List.copyOf(faults);
    }

    public Failure(FailureCode code, String detail) {
        this(code, detail, List.of());
    }
}
