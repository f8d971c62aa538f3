package dev.switchboard.gateway.service;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A body that takes its connection with it when it breaks off. Else the client would end a chunked
 * body in good order, and the service would take the part that came for the whole.
 */
final class CutBody extends HttpEntityWrapper {
  private final ExecRuntime connection;

  CutBody(HttpEntity body, ExecRuntime connection) {
    super(body);
    this.connection = connection;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try {
      super.writeTo(out);
    } catch (IOException | RuntimeException e) {
      connection.discardEndpoint();
      throw e;
    }
  }
}
