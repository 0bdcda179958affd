package newspulse.inference;

import com.linecorp.armeria.server.ServiceRequestContext;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a client may ask of its answer beside the answer itself.
///
/// @param explained whether it says why, too
record AnswerOptions(boolean explained) {
    private static final String EXPLAIN = "explain";

    /// Reads `?explain=true`.
    static AnswerOptions of(ServiceRequestContext context) {
        return new AnswerOptions("true".equals(context.queryParam(EXPLAIN)));
    }

    /// What is wrong with the parameters, or null.
    static @Nullable Failure fault(ServiceRequestContext context) {
        String text = context.queryParam(EXPLAIN);
        if (text == null || text.equals("true") || text.equals("false")) {
            return null;
        }
        return new Failure(
                FailureCode.INVALID_REQUEST,
                "The parameter explain cannot be used.",
                List.of(new Fault(EXPLAIN, "must be true or false", text)));
    }
}
