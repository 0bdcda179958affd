package newspulse.provider;

import newspulse.model.Article;
import newspulse.model.Part;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A provider that does what a test says.
public final class ScriptedProvider implements Provider {
    private final String name;
    private final List<Set<Part>> calls;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final List<Set<Part>> asked = new ArrayList<>();
    private volatile Usage worst = Usage.NONE;
    private volatile Script script = (_, parts, _) -> Answers.to(parts, null);
    private volatile String version = "v1";
    private volatile boolean closed;

    /// One call.
    @FunctionalInterface
    public interface Script {
        Answer ask(Article article, Set<Part> parts, Duration timeout)
                throws ProviderException, InterruptedException;
    }

    public ScriptedProvider(String name) {
        this(name, List.of(Set.of(Part.values())));
    }

    public ScriptedProvider(String name, List<Set<Part>> calls) {
        this.name = name;
        this.calls = calls;
    }

    public ScriptedProvider does(Script what) {
        script = what;
        return this;
    }

    public ScriptedProvider fails(ProviderException failure) {
        return does((_, _, _) -> {
            throw failure;
        });
    }

    public ScriptedProvider costs(Usage atMost) {
        worst = atMost;
        return this;
    }

    public ScriptedProvider version(String other) {
        version = other;
        return this;
    }

    public synchronized List<Set<Part>> asked() {
        return List.copyOf(asked);
    }

    public int mostInFlight() {
        return mostInFlight.get();
    }

    public int inFlight() {
        return inFlight.get();
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Set<Part>> calls() {
        return calls;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Usage worstCase(Article article, Set<Part> parts) {
        return worst;
    }

    @Override
    public Answer ask(Article article, Set<Part> parts, Duration timeout)
            throws ProviderException, InterruptedException {
        synchronized (this) {
            asked.add(Set.copyOf(parts));
        }
        int now = inFlight.incrementAndGet();
        mostInFlight.accumulateAndGet(now, Math::max);
        try {
            return script.ask(article, parts, timeout);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
