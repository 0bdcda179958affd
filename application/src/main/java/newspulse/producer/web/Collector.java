package newspulse.producer.web;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaders;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.ResponseHeaders;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

import java.util.concurrent.CompletableFuture;

/// Puts an answer together as it comes. It keeps its bytes and nothing else: an answer in chunks of
/// one byte, or after a million interim answers (1xx), takes no more memory than any other.
final class Collector implements Subscriber<HttpObject> {
    private static final int MOST_INTERIM = 16;

    private final CompletableFuture<AggregatedHttpResponse> answer = new CompletableFuture<>();
    private final Segments body = new Segments();
    private @Nullable Subscription subscription;
    private @Nullable ResponseHeaders headers;
    private int interim;

    CompletableFuture<AggregatedHttpResponse> answer() {
        return answer;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(HttpObject next) {
        switch (next) {
            case ResponseHeaders told when told.status().isInformational() -> {
                if (++interim > MOST_INTERIM) {
                    refuse("more than " + MOST_INTERIM + " interim answers");
                }
            }
            case ResponseHeaders told -> headers = told;
            case HttpData data -> {
                byte[] bytes = data.array();
                body.add(bytes, bytes.length);
            }
            case HttpHeaders _ -> {} // trailers say nothing that is asked for
            default -> throw new IllegalStateException("an answer holds no " + next.getClass());
        }
    }

    private void refuse(String why) {
        answer.completeExceptionally(new IllegalStateException(why));
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        answer.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        if (headers == null) {
            answer.completeExceptionally(new IllegalStateException("it has no status"));
        } else {
            answer.complete(AggregatedHttpResponse.of(headers, HttpData.wrap(body.toByteArray())));
        }
    }
}
