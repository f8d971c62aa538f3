package dev.switchboard.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the mail sink has received. */
public final class Mailbox {
  private static final Pattern JOIN_LINK = link("join");
  private static final Pattern RESET_LINK = link("reset");
  private static final Duration POLL = Duration.ofMillis(20);

  private final String mailUrl;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * The sink's mailbox.
   *
   * @param mailUrl address of its page, without a slash at its end
   */
  public Mailbox(String mailUrl) {
    this.mailUrl = mailUrl;
  }

  /** A received mail. */
  public record Mail(String to, String subject, String text, String html, String messageId) {

    /** The secret of the link to join. */
    public String joinToken() {
      return found(JOIN_LINK).group(1);
    }

    /** The whole link to join. */
    public String joinLink() {
      return found(JOIN_LINK).group();
    }

    /** The secret of the link to set a new password. */
    public String resetToken() {
      return found(RESET_LINK).group(1);
    }

    /** Whether it has a link to set a new password. */
    public boolean isReset() {
      return RESET_LINK.matcher(text).find();
    }

    private Matcher found(Pattern pattern) {
      Matcher link = pattern.matcher(text);
      if (!link.find()) {
        throw new IllegalStateException("no such link in: " + text);
      }
      return link;
    }
  }

  /** All mails to this address, the newest last. */
  public List<Mail> to(String address) throws IOException {
    return read("/api/mails?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
  }

  /** All mails. */
  public List<Mail> all() throws IOException {
    return read("/api/mails");
  }

  /** Waits for so many mails to this address and returns the newest. */
  public Mail await(String address, int count, Duration atMost) throws IOException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() - deadline < 0) {
      List<Mail> mails = to(address);
      if (mails.size() >= count) {
        return mails.get(count - 1);
      }
      try {
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    throw new IllegalStateException("no mail " + count + " to " + address + " within " + atMost);
  }

  private static Pattern link(String page) {
    return Pattern.compile("https?://[^\\s\"<>]+/" + page + "#([\\w-]+)");
  }

  private List<Mail> read(String path) throws IOException {
    try {
      String body =
          http.send(
                  HttpRequest.newBuilder(URI.create(mailUrl + path))
                      .timeout(Duration.ofSeconds(10))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      List<Mail> mails = new ArrayList<>();
      for (JsonNode mail : json.readTree(body).path("items")) {
        mails.add(
            new Mail(
                mail.path("to").asString(),
                mail.path("subject").asString(),
                mail.path("text").asString(),
                mail.path("html").asString(),
                mail.path("messageId").asString()));
      }
      return mails;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
