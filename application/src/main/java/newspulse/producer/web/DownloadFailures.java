package newspulse.producer.web;

import com.linecorp.armeria.client.ResponseTimeoutException;
import com.linecorp.armeria.client.UnprocessedRequestException;
import com.linecorp.armeria.common.ClosedSessionException;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.TimeoutException;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.LogText;

import java.net.ConnectException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

/// Says in plain words why there was no answer.
final class DownloadFailures {
    private DownloadFailures() {}

    static Failure of(Throwable thrown, Downloader.Limits limits) {
        Throwable cause = thrown;
        while (cause instanceof UnprocessedRequestException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case ContentTooLargeException _ ->
                    new Failure(
                            FailureCode.TOO_LARGE,
                            "its answer is longer than " + limits.maxBytes() + " bytes");
            case ResponseTimeoutException _ ->
                    unreachable("no complete answer within " + limits.timeout().toMillis() + " ms");
            case UnknownHostException _ -> unreachable("its host name is not known");
            case SSLException e -> unreachable("no secure connection: " + e.getMessage());
            case ConnectException e -> unreachable("no connection: " + e.getMessage());
            case TimeoutException _ -> unreachable("no connection in time");
            case ClosedSessionException _ -> unreachable("it broke off its answer");
            default -> unreachable("its answer cannot be read: " + cause);
        };
    }

    private static Failure unreachable(String reason) {
        return new Failure(FailureCode.SOURCE_UNREACHABLE, LogText.line(reason));
    }
}
