package newspulse.provider.chain;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.CallFailure;
import newspulse.provider.PartAnswer;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.Refinement.Miss;
import newspulse.provider.chain.Merge.Given;
import newspulse.provider.policy.Tally;
import newspulse.provider.time.Deadline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The providers being asked about one article: each group of parts on a thread of its own, each
/// going down the list of providers until it is answered. When the deadline is over, what is there
/// counts, and what comes later does not.
final class Asking {
    /// What a provider may use of the time that is left where another could answer after it.
    private static final double SHARE = 0.6;

    private final Article article;
    private final Analysis local;
    private final List<Member> members;
    private final Deadline deadline;
    private final ChainMetrics metrics;
    private final Tally tally = new Tally();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<Part, Given> given = new EnumMap<>(Part.class);
    private final Map<Part, String> asked = new EnumMap<>(Part.class);
    private final List<Miss> misses = new ArrayList<>();
    private final Set<Thread> threads = new HashSet<>();
    private boolean isOver;

    Asking(
            Article article,
            Analysis local,
            List<Member> members,
            Deadline deadline,
            ChainMetrics metrics) {
        this.article = article;
        this.local = local;
        this.members = members;
        this.deadline = deadline;
        this.metrics = metrics;
    }

    /// What came of it.
    ///
    /// @param tally of what was still under way at the end, the most it can take
    record Result(Map<Part, Given> given, List<Miss> misses, Tally tally) {}

    /// Asks, and waits for all answers or the deadline.
    Result run() throws InterruptedException {
        lock.lock();
        try {
            ask(EnumSet.allOf(Part.class), 0);
            long left = deadline.left().toNanos();
            while (!threads.isEmpty() && left > 0) {
                left = Math.min(ended.awaitNanos(left), deadline.left().toNanos());
            }
            asked.forEach((part, provider) -> miss(provider, part, CallFailure.DEADLINE_EXCEEDED));
            return new Result(new EnumMap<>(given), List.copyOf(misses), tally);
        } finally {
            isOver = true;
            threads.forEach(Thread::interrupt);
            lock.unlock();
        }
    }

    /// Starts asking for parts, from the given member on; the lock is held.
    private void ask(Set<Part> parts, int from) {
        Set<Part> open = EnumSet.copyOf(parts);
        for (int at = from; at < members.size() && !open.isEmpty() && !isOver; at++) {
            Member member = members.get(at);
            for (Set<Part> group : member.provider().calls()) {
                Set<Part> wanted = EnumSet.noneOf(Part.class);
                wanted.addAll(group);
                wanted.retainAll(open);
                if (!wanted.isEmpty()) {
                    open.removeAll(wanted);
                    start(member, wanted, at);
                }
            }
        }
    }

    private void start(Member member, Set<Part> parts, int at) {
        String name = member.provider().name();
        parts.forEach(part -> asked.put(part, name));
        Thread thread =
                Thread.ofVirtual().name("ask-" + name).unstarted(() -> work(member, parts, at));
        threads.add(thread);
        thread.start();
    }

    private void work(Member member, Set<Part> parts, int at) {
        Map<Part, CallFailure> missing = new EnumMap<>(Part.class);
        parts.forEach(part -> missing.put(part, CallFailure.INTERNAL_ERROR));
        try {
            recall(member, missing);
            if (!missing.isEmpty()) {
                call(member, missing, at);
            }
        } catch (ProviderException e) {
            missing.replaceAll((_, _) -> e.failure());
        } catch (InterruptedException _) {
            missing.replaceAll((_, _) -> CallFailure.DEADLINE_EXCEEDED);
        } finally {
            end(member.provider().name(), missing, at);
        }
    }

    private void recall(Member member, Map<Part, CallFailure> missing) throws InterruptedException {
        if (member.cache().isPresent()) {
            var cache = member.cache().get();
            Set<Part> parts = EnumSet.copyOf(missing.keySet());
            take(member.provider(), cache.find(member.provider(), article, parts), missing, true);
        }
    }

    private void call(Member member, Map<Part, CallFailure> missing, int at)
            throws ProviderException, InterruptedException {
        Set<Part> parts = EnumSet.copyOf(missing.keySet());
        Deadline own = hasSuccessor(parts, at) ? deadline.share(SHARE) : deadline;
        Answer answer = member.policy().ask(article, parts, own, tally);
        missing.replaceAll((_, _) -> CallFailure.INVALID_ANSWER);
        Map<Part, PartAnswer> usable = take(member.provider(), answer.answered(), missing, false);
        member.cache().ifPresent(cache -> cache.keep(member.provider(), article, usable));
    }

    /// Takes what is usable, and off what is missing.
    private Map<Part, PartAnswer> take(
            Provider provider,
            Map<Part, PartAnswer> answers,
            Map<Part, CallFailure> missing,
            boolean isCached) {
        Map<Part, PartAnswer> usable = new EnumMap<>(Part.class);
        answers.forEach((part, answer) -> {
            if (missing.containsKey(part) && Merge.isUsable(article, local, part, answer)) {
                usable.put(part, answer);
            }
        });
        lock.lock();
        try {
            usable.forEach((part, answer) -> {
                missing.remove(part);
                asked.remove(part);
                given.put(part, new Given(answer, provider.name(), provider.version(), isCached));
            });
        } finally {
            lock.unlock();
        }
        return usable;
    }

    private boolean hasSuccessor(Set<Part> parts, int at) {
        return members.subList(at + 1, members.size()).stream()
                .flatMap(member -> member.provider().calls().stream())
                .flatMap(Set::stream)
                .anyMatch(parts::contains);
    }

    private void end(String provider, Map<Part, CallFailure> missing, int at) {
        lock.lock();
        try {
            threads.remove(Thread.currentThread());
            if (!isOver) {
                missing.forEach((part, failure) -> {
                    asked.remove(part);
                    miss(provider, part, failure);
                });
                if (!missing.isEmpty()) {
                    ask(missing.keySet(), at + 1);
                }
            }
            ended.signal();
        } finally {
            lock.unlock();
        }
    }

    private void miss(String provider, Part part, CallFailure failure) {
        misses.add(new Miss(provider, part, failure));
        metrics.fellBack(provider, part);
    }
}
