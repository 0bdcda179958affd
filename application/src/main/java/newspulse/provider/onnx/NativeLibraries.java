package newspulse.provider.onnx;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The native libraries of ONNX Runtime and of the tokenizers. Left to themselves the two unpack to
/// the temporary directory and to the home directory, leave files behind, and ask the network. Here
/// they are unpacked once into a directory of ours, which further starts use, and told to look
/// there and nowhere else. A process loads them once, for good.
final class NativeLibraries {
    private static final String RUNTIME = "onnxruntime";
    private static final String RUNTIME_BINDING = "onnxruntime4j_jni";
    private static final String TOKENIZERS = "tokenizers";

    private final Path cache;
    private final String platform;

    private NativeLibraries(Path cache, String platform) {
        this.cache = cache;
        this.platform = platform;
    }

    /// Makes the libraries ready to be loaded.
    ///
    /// @param runtime where ONNX Runtime's own are, or null for those of the jar
    static void prepare(Path cache, @Nullable Path runtime) {
        NativeLibraries libraries =
                new NativeLibraries(
                        cache.toAbsolutePath().normalize(),
                        platform(
                                System.getProperty("os.name", ""),
                                System.getProperty("os.arch", "")));
        Path unpacked;
        try {
            unpacked = libraries.unpack();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack native libraries into " + cache, e);
        }
        Path own = runtime == null ? unpacked : runtime.toAbsolutePath();
        System.setProperty("onnxruntime.native.path", own.toString());
        System.setProperty(
                "RUST_LIBRARY_PATH",
                unpacked.resolve(System.mapLibraryName(TOKENIZERS)).toString());
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    /// The platform as ONNX Runtime names it.
    static String platform(String system, String processor) {
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return arm ? "linux-aarch64" : "linux-x64";
        }
        if (name.contains("mac") && arm) {
            return "osx-aarch64";
        }
        throw Faults.setting(
                OnnxConfig.ONNX_MODEL_DIR.name(),
                "needs Linux (x64, aarch64) or macOS (aarch64): there is no ONNX Runtime in the jar"
                        + " for this platform",
                system + " " + processor);
    }

    /// The same directory for the same libraries; those of other versions go.
    private Path unpack() throws IOException {
        Files.createDirectories(cache);
        try (FileChannel channel =
                        FileChannel.open(
                                cache.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            String version = version();
            Path wanted = cache.resolve(platform + "-" + version);
            try (Stream<Path> others = Files.list(cache)) {
                for (Path other : others.filter(Files::isDirectory).toList()) {
                    if (!other.equals(wanted)) {
                        delete(other);
                    }
                }
            }
            if (!Files.isDirectory(wanted)) {
                Path draft = cache.resolve("unpacking");
                Files.createDirectories(draft);
                for (String library : List.of(RUNTIME, RUNTIME_BINDING, TOKENIZERS)) {
                    try (InputStream in = open(library)) {
                        Files.copy(in, draft.resolve(System.mapLibraryName(library)));
                    }
                }
                Files.move(draft, wanted, StandardCopyOption.ATOMIC_MOVE);
            }
            return wanted;
        }
    }

    /// The versions of both, told by their sizes: they are in the jar's index, unlike a hash.
    private String version() throws IOException {
        StringBuilder sizes = new StringBuilder();
        for (String library : List.of(RUNTIME, TOKENIZERS)) {
            var url = NativeLibraries.class.getResource(resource(library));
            if (url == null) {
                throw new IOException("the jar has no " + resource(library));
            }
            sizes.append(sizes.isEmpty() ? "" : "-")
                    .append(Long.toHexString(url.openConnection().getContentLengthLong()));
        }
        return sizes.toString();
    }

    private InputStream open(String library) throws IOException {
        InputStream in = NativeLibraries.class.getResourceAsStream(resource(library));
        if (in == null) {
            throw new IOException("the jar has no " + resource(library));
        }
        return in;
    }

    private String resource(String library) {
        String file = System.mapLibraryName(library);
        return library.equals(TOKENIZERS)
                ? "/native/lib/" + platform.replace("x64", "x86_64") + "/cpu/" + file
                : "/ai/onnxruntime/native/" + platform + "/" + file;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
