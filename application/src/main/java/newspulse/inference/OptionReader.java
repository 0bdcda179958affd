package newspulse.inference;

import com.linecorp.armeria.server.ServiceRequestContext;

import newspulse.inference.AnswerOptions.Auto;
import newspulse.inference.AnswerOptions.Local;
import newspulse.inference.AnswerOptions.Reading;
import newspulse.inference.AnswerOptions.Route;
import newspulse.inference.AnswerOptions.To;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;
import newspulse.model.Provenance;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads `?explain=true` and `?provider=...`.
///
/// @param providers the names of those that are set up
/// @param refinesByDefault whether no name means `auto`
record OptionReader(List<String> providers, boolean refinesByDefault) {
    private static final String EXPLAIN = "explain";
    private static final String PROVIDER = "provider";
    private static final String AUTO = "auto";

    OptionReader {
        providers = List.copyOf(providers);
    }

    Reading read(ServiceRequestContext context) {
        String explain = context.queryParam(EXPLAIN);
        if (explain != null && !explain.equals("true") && !explain.equals("false")) {
            return refused(EXPLAIN, "must be true or false", explain);
        }
        String provider = context.queryParam(PROVIDER);
        Route route = route(provider);
        return route == null
                ? refused(PROVIDER, "must be one of those set up: " + names(), provider)
                : new AnswerOptions.Read(new AnswerOptions("true".equals(explain), route));
    }

    private @Nullable Route route(@Nullable String name) {
        if (name == null) {
            return refinesByDefault ? new Auto() : new Local();
        }
        return switch (name) {
            case Provenance.LOCAL -> new Local();
            case AUTO -> new Auto();
            default -> providers.contains(name) ? new To(name) : null;
        };
    }

    private String names() {
        String all = Provenance.LOCAL + ", " + AUTO;
        return providers.isEmpty() ? all : all + ", " + String.join(", ", providers);
    }

    private static Reading refused(String name, String rule, @Nullable String value) {
        return new AnswerOptions.Refused(
                new Failure(
                        FailureCode.INVALID_REQUEST,
                        "The parameter " + name + " cannot be used.",
                        List.of(new Fault(name, rule, value))));
    }
}
