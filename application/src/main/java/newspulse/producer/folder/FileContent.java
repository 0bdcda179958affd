package newspulse.producer.folder;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// The bytes of a file, unpacked; offsets are into those. The path is opened as it was when it was
/// checked: one that has become a link since is not followed.
record FileContent(WatchedFile file) {
    private static final int BLOCK = 64 * 1024;

    byte[] first(int count) throws IOException {
        try (InputStream in = from(0)) {
            return in.readNBytes(count);
        } catch (EOFException _) {
            return new byte[0]; // packed, and not even begun
        }
    }

    /// What stands before an offset.
    byte[] before(long offset, int count) throws IOException {
        try (InputStream in = from(offset - count)) {
            return in.readNBytes(count);
        } catch (EOFException _) {
            return new byte[0]; // packed, and shorter than it was
        }
    }

    /// From an offset on; nothing where the file is shorter.
    InputStream from(long offset) throws IOException {
        SeekableByteChannel channel =
                Files.newByteChannel(
                        file.path(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        try {
            if (!file.format().isPacked()) {
                channel.position(offset);
                return new BufferedInputStream(Channels.newInputStream(channel), BLOCK);
            }
            InputStream packed = new BufferedInputStream(Channels.newInputStream(channel), BLOCK);
            InputStream in = new GZIPInputStream(packed, BLOCK);
            long left = offset;
            while (left > 0) {
                long skipped = in.skip(left);
                if (skipped == 0) {
                    break;
                }
                left -= skipped;
            }
            return in;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
