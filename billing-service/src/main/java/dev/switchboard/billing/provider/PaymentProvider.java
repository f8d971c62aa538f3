package dev.switchboard.billing.provider;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds cards and takes money. Every call may be repeated: what was done once is answered again
 * and not done again.
 *
 * <p>Each call throws {@link ProviderUnavailableException} when no answer came or the provider is
 * out of order; what was asked for may have happened all the same. It throws {@link
 * ProviderRefusalException} when the call itself is wrong, such as one id with other parameters.
 *
 * <p>The provider knows an id of ours again for 24 hours. Whoever repeats a charge later than that
 * looks first what has become of the payment.
 */
public interface PaymentProvider {

  /**
   * Makes the account known to the provider, once.
   *
   * @return the provider's id of it
   */
  String register(UUID accountId);

  /**
   * Forgets the account with its cards, for good. Twice is no error.
   *
   * @param customer the provider's id of the account
   */
  void forget(String customer);

  /**
   * Opens a page of the provider where a card is entered and kept for charges while nobody is
   * there.
   *
   * @param setupId ours; the same one opens the same page
   * @param customer the provider's id of the account
   * @param done where the browser goes afterwards
   * @param cancelled where it goes when no card was entered
   */
  CardPage openCardPage(UUID setupId, String customer, URI done, URI cancelled);

  /** The card that was entered at this page; nothing as long as there is none. */
  Optional<Card> enteredCard(String pageId);

  /**
   * Prepares a payment, and takes nothing yet. It can be paid at most once, whatever is tried.
   *
   * @param paymentId ours; the same one prepares the same payment
   * @param customer the provider's id of the account
   * @param amountCents more than 0
   * @param currency ISO 4217, such as USD
   * @return the provider's id of the payment
   */
  String prepare(UUID paymentId, String customer, long amountCents, String currency);

  /**
   * Takes the money of a prepared payment from a card while nobody is there.
   *
   * @param attemptId ours, of this try; the same one is answered alike
   */
  Outcome charge(String payment, String cardToken, UUID attemptId);

  /**
   * Takes the money while the owner of the card is there, who may be asked to confirm it at his
   * bank's page.
   *
   * @param attemptId ours, of this try; the same one is answered alike
   * @param done where the browser goes afterwards
   */
  Outcome chargePresent(String payment, String cardToken, UUID attemptId, URI done);

  /** What has become of a prepared payment. */
  Outcome look(String payment);

  /**
   * Reads what the provider tells on its own.
   *
   * @param body as it came
   * @param signature of the header, or null when there was none
   * @return nothing when it is about something else
   * @throws ForgedNoticeException when it is not from the provider, or too old
   */
  Optional<Notice> read(String body, @Nullable String signature);

  /**
   * A page where a card is entered.
   *
   * @param pageId the provider's id
   */
  record CardPage(String pageId, URI url) {}

  /**
   * A card that the provider keeps.
   *
   * @param token by which the provider knows it
   * @param brand lower case, such as visa
   * @param lastFour digits
   * @param expiryMonth 1 to 12
   * @param expiryYear four digits
   */
  record Card(String token, String brand, String lastFour, int expiryMonth, int expiryYear) {}

  /** What the provider tells: only that there is news. What it is has to be asked for. */
  sealed interface Notice {
    /** A card was entered at this page. */
    record CardEntered(String pageId) implements Notice {}

    /** Something has become of this payment. */
    record PaymentChanged(String payment) implements Notice {}
  }
}
