package dev.switchboard.billing.provider.client;

import dev.switchboard.billing.provider.ForgedNoticeException;
import dev.switchboard.billing.provider.PaymentProvider.Notice;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads webhooks: first the signature over the body as it came, and only then what it says. The
 * header is {@code t=<seconds>,v1=<hex>}; while Stripe changes the secret it has two of v1.
 */
final class StripeNotices {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;
  private final Clock clock;
  private final JsonMapper json;

  StripeNotices(String secret, Clock clock, JsonMapper json) {
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
    this.json = json;
  }

  /**
   * The news; nothing when they are of no interest here.
   *
   * @throws ForgedNoticeException when the signature is missing, wrong or too old
   * @throws ProviderUnavailableException when what was signed can't be read
   */
  Optional<Notice> read(String body, @Nullable String signature) {
    verify(body, signature);
    StripeApi.Event event = parse(body);
    String id = event.data().subject().id();
    if (id == null) {
      return Optional.empty();
    }
    return switch (event.type()) {
      case "checkout.session.completed" ->
          "setup".equals(event.data().subject().mode())
              ? Optional.of(new Notice.CardEntered(id))
              : Optional.empty();
      case "payment_intent.succeeded", "payment_intent.payment_failed", "payment_intent.canceled" ->
          Optional.of(new Notice.PaymentChanged(id));
      default -> Optional.empty();
    };
  }

  private StripeApi.Event parse(String body) {
    try {
      return json.readValue(body, StripeApi.Event.class);
    } catch (JacksonException e) {
      throw new ProviderUnavailableException("Stripe has signed a notice that can't be read", e);
    }
  }

  private void verify(String body, @Nullable String signature) {
    if (signature == null) {
      throw new ForgedNoticeException("no signature");
    }
    List<String> times = new ArrayList<>();
    List<String> candidates = new ArrayList<>();
    for (String part : signature.split(",")) {
      String element = part.strip();
      if (element.startsWith("t=")) {
        times.add(element.substring("t=".length()));
      } else if (element.startsWith("v1=")) {
        candidates.add(element.substring("v1=".length()));
      }
    }
    if (times.size() != 1) {
      throw new ForgedNoticeException("a signature without its time");
    }
    byte[] expected = sign(times.getFirst() + "." + body);
    if (candidates.stream().noneMatch(candidate -> isEqual(expected, candidate))) {
      throw new ForgedNoticeException("a wrong signature");
    }
    requireRecent(times.getFirst());
  }

  private void requireRecent(String time) {
    long seconds = parseSeconds(time);
    long age = Math.abs(clock.instant().getEpochSecond() - seconds);
    if (age > TOLERANCE.toSeconds()) {
      throw new ForgedNoticeException("a signature of another time");
    }
  }

  private static long parseSeconds(String time) {
    try {
      return Long.parseLong(time);
    } catch (NumberFormatException e) {
      throw new ForgedNoticeException("a signature without its time");
    }
  }

  private static boolean isEqual(byte[] expected, String candidate) {
    return MessageDigest.isEqual(
        HexFormat.of().formatHex(expected).getBytes(StandardCharsets.UTF_8),
        candidate.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
