package dev.switchboard.paymentprovider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The owner of a card at the provider's pages, for tests: he sends the forms as a browser does. */
public final class CardHolder {
  private static final int SEE_OTHER = 303;
  private static final String EXPIRY = "12/34";

  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * Enters a card, good until December 2034.
   *
   * @return where the browser is sent
   * @throws IllegalStateException when the page does not take it
   */
  public URI enter(URI cardPage, TestCard card) {
    return send(cardPage, "number=" + card.number() + "&expiry=" + encode(EXPIRY) + "&cvc=123");
  }

  /** Confirms a payment at the bank's page; answers where the browser is sent. */
  public URI confirm(URI bankPage) {
    return send(bankPage, "decision=confirm");
  }

  /** Refuses a payment at the bank's page; answers where the browser is sent. */
  public URI refuse(URI bankPage) {
    return send(bankPage, "decision=refuse");
  }

  private URI send(URI page, String form) {
    HttpRequest request =
        HttpRequest.newBuilder(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != SEE_OTHER) {
        throw new IllegalStateException("the page answers " + answer.statusCode());
      }
      return URI.create(answer.headers().firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
