package newspulse.producer.web;

import com.linecorp.armeria.common.ResponseHeaders;

import newspulse.model.Failure;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/// What came of asking for a document.
public sealed interface Download {

    /// The document, from the address where it was found in the end. `moved` is where it has moved
    /// for good (301, 308), before any hop that is not for good; null when it has not.
    @SuppressWarnings("ArrayRecordComponent") // read once by the parser it is handed to
    record Content(URI address, @Nullable URI moved, ResponseHeaders headers, byte[] body)
            implements Download {}

    /// It is the version that is known already (304); `moved` as above.
    record NotModified(@Nullable URI moved, ResponseHeaders headers) implements Download {}

    /// Any other answer. `retryAfter` is how long the server asks to be left alone, if it does.
    @SuppressWarnings("ArrayRecordComponent") // read once for the error it tells
    record Refused(int status, String reason, @Nullable Duration retryAfter, byte[] body)
            implements Download {

        /// Whether the server only asks for patience.
        public boolean isBusy() {
            return status == 429 || status == 503;
        }

        /// Whether it is gone for good, and nobody should ask again.
        public boolean isGone() {
            return status == 410;
        }
    }

    /// There was no usable answer at all. `asked` is false where certainly no server was asked: its
    /// name is not known, nobody listens, its address is not allowed.
    record Unreachable(Failure failure, boolean asked) implements Download {}
}
