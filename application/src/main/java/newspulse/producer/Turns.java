package newspulse.producer;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Which of several replicas may ask a source now, and what all of them know of it. Leave to ask is
/// given once an interval, whoever asks for it, and with a number that grows: what is written under
/// an older one is refused. Nothing here throws: a replica that cannot ask for leave has none. What
/// is known is a text that means something to whoever wrote it, empty where nothing is.
public interface Turns {

    /// What came of asking for leave.
    sealed interface Turn {
        /// Ask now. `known` is what others have noted since this replica last did, else empty.
        record Granted(long token, String known) implements Turn {}

        /// It was asked not long ago.
        record NotYet(Duration rest) implements Turn {}

        /// Nobody can say now.
        record Away() implements Turn {}
    }

    /// What is known of a source, and in what time it may be asked; zero where that is now.
    record Known(String text, Duration rest) {}

    /// Whether the sources of a group are this replica's to ask. May change at any time.
    boolean isOurs(String group);

    /// What is known of each source, in their order; nothing while nobody can say.
    List<Known> look(Collection<String> sources);

    /// Asks for leave, which then nobody gets again within the time reserved, should this replica
    /// die too. Out of turn it is given though the source was asked not long ago.
    Turn claim(String source, Duration reserved, boolean outOfTurn);

    /// Notes what is known now, and in what time the source may be asked again; false where
    /// somebody else was given leave meanwhile, and nothing was noted.
    boolean finish(String source, long token, String known, Duration next);
}
