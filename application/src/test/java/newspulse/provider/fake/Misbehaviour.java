package newspulse.provider.fake;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.logging.RequestLogProperty;
import com.linecorp.armeria.server.ServiceRequestContext;

import io.netty.channel.Channel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The answers that a provider gives on a bad day, given a good one's body.
final class Misbehaviour {
    private static final int HUGE_CHUNKS = 512;
    private static final int CHUNK = 65_536;

    private Misbehaviour() {}

    static HttpResponse of(Behaviour behaviour, byte[] good, ServiceRequestContext context) {
        return switch (behaviour) {
            case ANSWER, NO_USAGE, WRONG_SCHEMA, NO_CHOICES, REFUSAL -> json(HttpStatus.OK, good);
            case RATE_LIMITED -> error(HttpStatus.TOO_MANY_REQUESTS, "{}");
            case RATE_LIMITED_SECONDS -> limited("7");
            case RATE_LIMITED_DATE ->
                    limited(
                            DateTimeFormatter.ofPattern(
                                            "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                                    .format(
                                            Instant.now()
                                                    .plusSeconds(90)
                                                    .atOffset(ZoneOffset.UTC)));
            case OUT_OF_CREDIT ->
                    error(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "{\"error\":{\"code\":\"insufficient_quota\"}}");
            case UNAUTHORIZED -> error(HttpStatus.UNAUTHORIZED, "{}");
            case FORBIDDEN -> error(HttpStatus.FORBIDDEN, "{}");
            case NOT_FOUND -> error(HttpStatus.NOT_FOUND, "{\"error\":\"no such model\"}");
            case REDIRECT -> HttpResponse.ofRedirect("/elsewhere");
            case ERROR_500 -> error(HttpStatus.INTERNAL_SERVER_ERROR, "oops");
            case BAD_GATEWAY -> error(HttpStatus.BAD_GATEWAY, "<html>");
            case UNAVAILABLE -> error(HttpStatus.SERVICE_UNAVAILABLE, "{}");
            case LOADING ->
                    error(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "{\"error\":\"Model m is currently loading\",\"estimated_time\":20.0}");
            case SLOW_DRIP -> drip(good, context);
            case HANG -> HttpResponse.streaming();
            case CUT -> cut(good);
            case RESET -> reset(context);
            case CONTENT_TYPE ->
                    HttpResponse.of(HttpStatus.OK, MediaType.HTML_UTF_8, HttpData.wrap(good));
            case TRUNCATED ->
                    json(HttpStatus.OK, Arrays.copyOf(good, Math.max(1, good.length * 2 / 3)));
            case HUGE -> huge();
        };
    }

    private static HttpResponse limited(String retryAfter) {
        return HttpResponse.of(
                ResponseHeaders.of(
                        HttpStatus.TOO_MANY_REQUESTS, HttpHeaderNames.RETRY_AFTER, retryAfter));
    }

    private static HttpResponse error(HttpStatus status, String body) {
        return HttpResponse.of(status, MediaType.JSON, "%s", body);
    }

    private static HttpResponse json(HttpStatus status, byte[] body) {
        return HttpResponse.of(status, MediaType.JSON, HttpData.wrap(body));
    }

    private static HttpResponseWriter begun() {
        HttpResponseWriter writer = HttpResponse.streaming();
        writer.write(
                ResponseHeaders.of(HttpStatus.OK, HttpHeaderNames.CONTENT_TYPE, MediaType.JSON));
        return writer;
    }

    private static HttpResponse drip(byte[] good, ServiceRequestContext context) {
        HttpResponseWriter writer = begun();
        drop(writer, good, 0, context);
        return writer;
    }

    private static void drop(
            HttpResponseWriter writer, byte[] good, int at, ServiceRequestContext context) {
        if (at == good.length) {
            writer.close();
        } else if (writer.tryWrite(HttpData.copyOf(good, at, 1))) {
            var _ =
                    context.eventLoop()
                            .schedule(
                                    () -> drop(writer, good, at + 1, context),
                                    20,
                                    TimeUnit.MILLISECONDS);
        }
    }

    /// Closes the socket below HTTP/2, which would say goodbye first.
    private static HttpResponse reset(ServiceRequestContext context) {
        Channel channel = context.log().ensureAvailable(RequestLogProperty.SESSION).channel();
        var _ = Objects.requireNonNull(channel).pipeline().firstContext().close();
        return HttpResponse.streaming();
    }

    private static HttpResponse cut(byte[] good) {
        HttpResponseWriter writer = begun();
        writer.write(HttpData.copyOf(good, 0, good.length / 2));
        writer.close(new IllegalStateException("cut"));
        return writer;
    }

    private static HttpResponse huge() {
        HttpResponseWriter writer = begun();
        byte[] blanks = new byte[CHUNK];
        Arrays.fill(blanks, (byte) ' ');
        more(writer, blanks, 0);
        return writer;
    }

    private static void more(HttpResponseWriter writer, byte[] chunk, int sent) {
        if (sent == HUGE_CHUNKS) {
            writer.close();
        } else if (writer.tryWrite(HttpData.wrap(chunk))) {
            var _ = writer.whenConsumed().thenRun(() -> more(writer, chunk, sent + 1));
        }
    }
}
