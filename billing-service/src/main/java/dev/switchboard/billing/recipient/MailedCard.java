package dev.switchboard.billing.recipient;

import java.util.Map;

/**
 * A card as its holder knows it (E7).
 *
 * @param brand as the payment provider names it, such as Visa
 * @param lastFour digits of its number
 */
public record MailedCard(String brand, String lastFour) {

  Map<String, Object> model() {
    return Map.of("brand", brand, "lastFour", lastFour);
  }
}
