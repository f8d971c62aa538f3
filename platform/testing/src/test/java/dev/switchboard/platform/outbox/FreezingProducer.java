package dev.switchboard.platform.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.Producer;

/** Stops a relay at its first commit, as a paused virtual machine would, until it is thawed. */
final class FreezingProducer {

  /** Where it stops. */
  enum Point {
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final Point point;
  private final CountDownLatch frozen = new CountDownLatch(1);
  private final CountDownLatch thawed = new CountDownLatch(1);

  FreezingProducer(Point point) {
    this.point = point;
  }

  void awaitFrozen() throws InterruptedException {
    frozen.await();
  }

  void thaw() {
    thawed.countDown();
  }

  /** This producer, which stops once. */
  @SuppressWarnings("unchecked")
  Producer<byte[], byte[]> around(Producer<byte[], byte[]> real) {
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            Producer.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              boolean commit = method.getName().equals("commitTransaction");
              if (commit && point == Point.BEFORE_COMMIT) {
                freeze();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (commit && point == Point.AFTER_COMMIT) {
                  freeze();
                }
              }
            });
  }

  private void freeze() throws InterruptedException {
    frozen.countDown();
    thawed.await();
  }
}
