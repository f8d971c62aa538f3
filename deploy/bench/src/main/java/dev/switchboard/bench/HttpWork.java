package dev.switchboard.bench;

import dev.switchboard.bench.client.HttpConnection;
import dev.switchboard.bench.timing.Work;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;

/** A request that must succeed, again and again over one connection. */
final class HttpWork implements Work {
  private final HttpConnection connection;
  private final Supplier<byte[]> request;

  HttpWork(URI server, Supplier<byte[]> request) {
    this.connection = new HttpConnection(server);
    this.request = request;
  }

  /** The same request each time. */
  static HttpWork same(URI server, byte[] request) {
    return new HttpWork(server, () -> request);
  }

  @Override
  public void once() throws IOException {
    connection.expectSuccess(request.get());
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
