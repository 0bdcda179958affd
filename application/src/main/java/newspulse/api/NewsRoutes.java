package newspulse.api;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;

import io.lettuce.core.RedisException;

import newspulse.http.Answers;
import newspulse.http.Methods;
import newspulse.http.Problems;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;

/// `/news/recent`, `/news/top` and `/news/{id}`, answered from the read model. An id may be any
/// percent-encoded text, but for `recent` and `top`, which are taken, and one with the segments `.`
/// or `..`, which the server refuses as an attempt to climb out.
final class NewsRoutes {
    private static final String NEWS = "/news/";
    private static final int MAX_LIMIT = 100;
    private static final int RECENT_LIMIT = 20;
    private static final int TOP_LIMIT = 10;

    private final NewsReader reader;

    NewsRoutes(NewsReader reader) {
        this.reader = reader;
    }

    void addTo(ServerBuilder server) {
        server.service(
                NEWS + "recent",
                Methods.get((context, _) -> list(context, RECENT_LIMIT, reader::recent)));
        server.service(
                NEWS + "top", Methods.get((context, _) -> list(context, TOP_LIMIT, reader::top)));
        server.serviceUnder(NEWS, Methods.get((context, _) -> one(context)));
    }

    private static HttpResponse list(
            ServiceRequestContext context,
            int byDefault,
            IntFunction<CompletionStage<List<byte[]>>> read) {
        String text = context.queryParam("limit");
        int limit = text == null ? byDefault : limit(text);
        if (limit < 0) {
            Fault fault = new Fault("limit", "must be a whole number from 1 to " + MAX_LIMIT, text);
            return Problems.of(
                    new Failure(
                            FailureCode.INVALID_REQUEST,
                            "The parameter limit cannot be used.",
                            List.of(fault)));
        }
        return answer(
                read.apply(limit),
                articles -> Answers.json(HttpStatus.OK, Documents.news(articles)));
    }

    private HttpResponse one(ServiceRequestContext context) {
        String id = PercentCoding.decode(context.rawPath().substring(NEWS.length()));
        if (id == null) {
            return Problems.of(
                    FailureCode.INVALID_REQUEST, "The id is no percent-encoded UTF-8 text.");
        }
        return answer(
                reader.find(id),
                article ->
                        article.map(json -> Answers.json(HttpStatus.OK, json))
                                .orElseGet(() ->
                                        Problems.of(
                                                FailureCode.NOT_FOUND,
                                                "There is no article with this id, or no longer.")));
    }

    private static <T> HttpResponse answer(
            CompletionStage<T> read, Function<T, HttpResponse> render) {
        return HttpResponse.of(
                read.handle((found, failure) -> {
                    Throwable cause =
                            failure instanceof CompletionException ? failure.getCause() : failure;
                    return switch (cause) {
                        case null -> render.apply(found);
                        case RedisException _ ->
                                Problems.of(
                                        FailureCode.DEPENDENCY_UNAVAILABLE,
                                        "The articles cannot be read now: Redis does not answer.");
                        default -> HttpResponse.ofFailure(cause);
                    };
                }));
    }

    /// The limit asked for, or -1 when it is none.
    private static int limit(@Nullable String text) {
        try {
            int limit = Integer.parseInt(text);
            return limit >= 1 && limit <= MAX_LIMIT ? limit : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
