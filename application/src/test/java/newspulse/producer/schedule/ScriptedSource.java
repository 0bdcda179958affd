package newspulse.producer.schedule;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.PolledSource;
import newspulse.producer.SourceKind;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// A source that answers each fetch, by its number from 1, as a test wants it. Held, it answers
/// only when let go.
final class ScriptedSource implements PolledSource {
    private static final AtomicInteger NONE = new AtomicInteger();

    final AtomicInteger fetches = new AtomicInteger();
    private final String name;
    private final IntFunction<Fetched> answers;
    private final Semaphore gate = new Semaphore(0);
    private final AtomicInteger busy;
    private final AtomicInteger busiest;
    private volatile boolean held;
    private volatile boolean isUnknown;

    ScriptedSource(String name, IntFunction<Fetched> answers) {
        this(name, answers, NONE, NONE);
    }

    ScriptedSource(
            String name, IntFunction<Fetched> answers, AtomicInteger busy, AtomicInteger busiest) {
        this.name = name;
        this.answers = answers;
        this.busy = busy;
        this.busiest = busiest;
    }

    ScriptedSource held() {
        held = true;
        return this;
    }

    /// What was learnt of it before was learnt of another.
    ScriptedSource unknown() {
        isUnknown = true;
        return this;
    }

    void letGo() {
        held = false;
        gate.release();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.FEED;
    }

    @Override
    public Fetched fetch() throws InterruptedException {
        int now = busy.incrementAndGet();
        busiest.accumulateAndGet(now, Math::max);
        try {
            int number = fetches.incrementAndGet();
            if (held) {
                gate.acquire();
            }
            return answers.apply(number);
        } finally {
            busy.decrementAndGet();
        }
    }

    @Override
    public boolean recall(Map<String, String> learnt) {
        return !isUnknown;
    }

    static Fetched articles(String... urls) {
        return new Fetched.Articles(List.of(urls).stream().map(ScriptedSource::draft).toList(), 0);
    }

    static Fetched broken(Duration retryAfter) {
        return new Fetched.Broken(
                List.of(), new Failure(FailureCode.OVERLOADED, "asks for patience"), retryAfter);
    }

    static Fetched broken() {
        return new Fetched.Broken(
                new Failure(FailureCode.SOURCE_UNREACHABLE, "its host name is not known"));
    }

    private static ArticleDraft draft(String url) {
        return new ArticleDraft(
                null, null, "S", "A title here", null, null, null, url, null, null, null, false);
    }
}
