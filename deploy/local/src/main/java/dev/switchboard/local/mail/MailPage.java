package dev.switchboard.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Shows the mails to people ({@code /}) and to programs ({@code /api/mails?to=}). */
final class MailPage implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final Pattern LINK = Pattern.compile("https?://[^\\s&<>\"]+");

  private final MailStore store;
  private final HttpServer server;
  private final JsonMapper json = JsonMapper.builder().build();

  MailPage(MailStore store, int port) throws IOException {
    this.store = store;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, this::page));
    server.createContext("/api/mails", exchange -> answer(exchange, this::api));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Reply(int status, String type, String body) {}

  private interface Handler {
    Reply handle(HttpExchange exchange);
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Reply reply =
          exchange.getRequestMethod().equals("GET")
              ? handler.handle(exchange)
              : new Reply(405, "text/plain", "Only GET is answered here.");
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type() + "; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange
          .getResponseHeaders()
          .set(
              "Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self' data:; img-src data:");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply api(HttpExchange exchange) {
    List<StoredMail> mails = store.mails(parameter(exchange, "to"));
    return new Reply(200, "application/json", json.writeValueAsString(Map.of("items", mails)));
  }

  private Reply page(HttpExchange exchange) {
    if (!exchange.getRequestURI().getPath().equals("/")) {
      return new Reply(404, "text/plain", "There is nothing here.");
    }
    String to = parameter(exchange, "to");
    StringBuilder list = new StringBuilder();
    List<StoredMail> mails = store.mails(to).reversed();
    mails.stream().limit(200).forEach(mail -> list.append(show(mail)));
    if (mails.isEmpty()) {
      list.append("<p class=none>No mails yet. Invite somebody, and the mail is here.</p>");
    }
    return new Reply(
        200,
        "text/html",
        """
        <!doctype html><html lang=en><meta charset=utf-8>
        <meta name=viewport content="width=device-width,initial-scale=1"><title>Mails</title>
        <style>
        body{font:15px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#151515;background:#f5f5f5}
        h1{font-size:1.4rem} form{margin:0 0 1rem} input{font:inherit;padding:.35rem .6rem;border:1px solid #8a8d90;border-radius:6px;min-width:16rem}
        button{font:inherit;padding:.35rem .9rem;border:0;border-radius:6px;background:#06c;color:#fff}
        details{background:#fff;border:1px solid #d2d2d2;border-radius:8px;margin:.6rem 0;padding:.7rem 1rem}
        summary{cursor:pointer} .to{color:#4d5258} time{float:right;color:#4d5258}
        iframe{width:100%%;height:34rem;border:1px solid #d2d2d2;border-radius:6px;margin-top:.7rem;background:#fff}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f5f5;padding:.8rem;border-radius:6px} .none{color:#4d5258}
        </style>
        <h1>Mails that Switchboard has sent</h1>
        <form><label>To <input name=to type=search value="%s" placeholder="address"></label> <button>Show</button></form>
        %s</html>
        """
            .formatted(escape(to), list));
  }

  /** The HTML of a mail is shown in a frame that may run no script and is of no origin. */
  private static String show(StoredMail mail) {
    String text =
        LINK.matcher(escape(mail.text()))
            .replaceAll(link ->
                "<a href=\"%1$s\" target=_blank rel=noreferrer>%1$s</a>"
                    .formatted(java.util.regex.Matcher.quoteReplacement(link.group())));
    String html =
        mail.html().isEmpty()
            ? ""
            : "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"The mail\" srcdoc=\"%s\"></iframe>"
                .formatted(escape("<base target=_blank>" + mail.html()));
    return "<details><summary><time>%s</time><strong>%s</strong> <span class=to>to %s</span></summary>%s<pre>%s</pre></details>\n"
        .formatted(TIME.format(mail.at()), escape(mail.subject()), escape(mail.to()), html, text);
  }

  private static String parameter(HttpExchange exchange, String name) {
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8).strip();
      }
    }
    return "";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
