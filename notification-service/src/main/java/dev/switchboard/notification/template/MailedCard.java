package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;

/**
 * A card as its holder knows it.
 *
 * @param brand such as Visa
 * @param lastFour digits of its number
 */
public record MailedCard(String brand, String lastFour) {

  public MailedCard {
    brand = CleanText.name(brand);
    lastFour = CleanText.name(lastFour);
  }
}
