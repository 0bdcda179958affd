package newspulse.producer.fulltext;

import java.net.URI;

/// Whether a page may be fetched, by what its host says (`robots.txt`, RFC 9309).
@FunctionalInterface
public interface PagePermission {
    /// May block, to ask the host.
    boolean allows(URI page) throws InterruptedException;
}
