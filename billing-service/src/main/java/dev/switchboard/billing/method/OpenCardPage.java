package dev.switchboard.billing.method;

import dev.switchboard.billing.method.CardSetups.CardSetup;
import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.PaymentProvider.CardPage;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.time.Ids;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * E7: an admin goes to the provider's page to enter a card. The provider is asked outside any
 * transaction; who dies between leaves a page behind that nobody opens.
 */
@Component
public class OpenCardPage {
  private final PaymentProvider provider;
  private final PaymentMethods methods;
  private final CardSetups setups;
  private final ConsolePages pages;
  private final TransactionOperations transaction;
  private final Clock clock;

  OpenCardPage(
      PaymentProvider provider,
      PaymentMethods methods,
      CardSetups setups,
      ConsolePages pages,
      TransactionOperations transaction,
      Clock clock) {
    this.provider = provider;
    this.methods = methods;
    this.setups = setups;
    this.pages = pages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A page that was opened.
   *
   * @param url where the card is entered; afterwards the browser comes back to the Billing page
   */
  public record Opened(UUID setupId, URI url) {}

  /**
   * Opens a page.
   *
   * @throws dev.switchboard.billing.provider.ProviderUnavailableException when the provider gives
   *     no answer
   */
  public Opened open(Caller caller) {
    UUID accountId = caller.accountId();
    Optional<String> known =
        Objects.requireNonNull(transaction.execute(status -> methods.customer(accountId)));
    String customer = known.orElseGet(() -> provider.register(accountId));
    UUID setupId = Ids.next();
    CardPage page =
        provider.openCardPage(setupId, customer, pages.cardEntered(setupId), pages.billing());
    transaction.executeWithoutResult(status -> {
      methods.registered(accountId, customer);
      setups.insert(
          new CardSetup(setupId, accountId, caller.userId(), page.pageId(), false),
          clock.instant());
    });
    return new Opened(setupId, page.url());
  }
}
