package newspulse.stream;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

import java.util.Map;

/// Lets all state stores of a process share one block cache and one write buffer, so that their
/// memory does not grow with their number.
public final class BoundedRocksDb implements RocksDBConfigSetter {
    static final String MEMORY = "newspulse.rocksdb.memory";
    private static final long WRITE_BUFFER_OF_A_STORE = 8L << 20;

    /// The memory that the stores of one process share; to be closed after the streams.
    record Memory(Cache cache, WriteBufferManager writeBuffers) implements AutoCloseable {
        static Memory ofBytes(long bytes) {
            RocksDB.loadLibrary();
            var cache = new LRUCache(bytes);
            return new Memory(cache, new WriteBufferManager(bytes / 2, cache));
        }

        @Override
        public void close() {
            writeBuffers.close();
            cache.close();
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(MEMORY) instanceof Memory memory)
                || !(options.tableFormatConfig() instanceof BlockBasedTableConfig tables)) {
            throw new IllegalArgumentException(MEMORY + " is not configured");
        }
        tables.setBlockCache(memory.cache());
        tables.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(tables);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_OF_A_STORE);
    }

    @Override
    public void close(String storeName, Options options) {
        // The memory is shared: whoever made it closes it.
    }
}
