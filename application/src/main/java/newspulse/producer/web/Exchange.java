package newspulse.producer.web;

import com.linecorp.armeria.common.AggregatedHttpResponse;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.LogText;

import org.jspecify.annotations.Nullable;

/// One request and its answer, or why there is none; `asked` is false where it certainly reached
/// nobody.
record Exchange(
        @Nullable AggregatedHttpResponse response, @Nullable Failure failure, boolean asked) {

    static Exchange failed(String reason, boolean asked) {
        String told = LogText.line(reason);
        return new Exchange(null, new Failure(FailureCode.SOURCE_UNREACHABLE, told), asked);
    }

    AggregatedHttpResponse responseOrThrow() {
        if (response == null) {
            throw new IllegalStateException("neither an answer nor a failure");
        }
        return response;
    }
}
