package newspulse.provider.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/// A model that answers each text with its first token, when it is let.
final class GatedRunner implements BatchRunner {
    final BlockingQueue<List<long[]>> batches = new LinkedBlockingQueue<>();
    final Semaphore gate = new Semaphore(0);
    final CountDownLatch stopped = new CountDownLatch(1);
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public List<float[]> run(List<long[]> batch) {
        batches.add(batch);
        gate.acquireUninterruptibly();
        List<float[]> logits = new ArrayList<>();
        batch.forEach(ids -> logits.add(new float[] {ids[0]}));
        return logits;
    }

    @Override
    public void stop() {
        stopped.countDown();
        gate.release();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
