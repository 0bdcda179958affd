package newspulse.provider.web;

import com.linecorp.armeria.client.ResponseTimeoutException;
import com.linecorp.armeria.client.UnprocessedRequestException;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.TimeoutException;

import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;

/// Names what kept a whole answer from arriving. Only what certainly never reached the server is
/// free.
final class TransportFailures {
    private TransportFailures() {}

    static ProviderException of(Throwable thrown, long millis) {
        return switch (thrown) {
            case UnprocessedRequestException e -> unsent(e, millis);
            case ContentTooLargeException _ ->
                    ProviderException.charged(
                            CallFailure.UNREADABLE_ANSWER, "its answer is too long");
            case TimeoutException _ -> tooLate(millis);
            default ->
                    ProviderException.charged(
                            CallFailure.CONNECTION_FAILED,
                            "the connection broke: " + thrown.getClass().getSimpleName());
        };
    }

    private static ProviderException unsent(UnprocessedRequestException thrown, long millis) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        if (cause instanceof ResponseTimeoutException) {
            return ProviderException.free(
                    CallFailure.TIMED_OUT, "no connection within " + millis + " ms");
        }
        return ProviderException.free(
                CallFailure.CONNECTION_FAILED,
                "no connection: " + cause.getClass().getSimpleName());
    }

    static ProviderException tooLate(long millis) {
        return ProviderException.charged(
                CallFailure.TIMED_OUT, "no complete answer within " + millis + " ms");
    }
}
