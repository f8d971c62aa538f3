package dev.switchboard.platform.sample;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** Plays user-service's published keys, so that the platform's own token check is at work. */
public final class SampleKeys {
  private static final AtomicBoolean AVAILABLE = new AtomicBoolean(true);
  private static final HttpServer SERVER = start();

  private SampleKeys() {}

  static String uri() {
    return "http://localhost:" + SERVER.getAddress().getPort() + "/jwks.json";
  }

  /** Whether the keys can be fetched. */
  public static void available(boolean available) {
    AVAILABLE.set(available);
  }

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ECKey published = SampleTokens.KEY.toPublicJWK();
      byte[] keys = new JWKSet(published).toString().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(AVAILABLE.get() ? 200 : 503, keys.length);
            try (OutputStream body = exchange.getResponseBody()) {
              body.write(keys);
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
