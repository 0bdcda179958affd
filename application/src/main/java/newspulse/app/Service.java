package newspulse.app;

import com.linecorp.armeria.server.ServerBuilder;

import newspulse.http.Health;

/// A role at work: its object graph, its routes, its life. Closing ends what [#start] began;
/// closing one that was not started does nothing wrong.
interface Service extends AutoCloseable {
    void addTo(ServerBuilder server);

    /// Called once the topics are there and HTTP answers.
    void start();

    /// What the process must be told to be able to serve.
    void watch(Health health);

    /// Stops taking in new work, at the beginning of the end; [#close] follows.
    default void drain() {}

    @Override
    void close();
}
