package dev.switchboard.billing.testing;

import dev.switchboard.billing.provider.ForgedNoticeException;
import dev.switchboard.billing.provider.Outcome;
import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.ProviderRefusalException;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * A payment provider in memory that keeps what its port promises: everything may be repeated, and a
 * payment is paid at most once. Its cards do what their tokens say.
 */
@Component
@Primary
public class FakeProvider implements PaymentProvider {
  private final Map<String, Card> entered = new ConcurrentHashMap<>();
  private final Map<String, Prepared> payments = new ConcurrentHashMap<>();
  private final Map<UUID, Outcome> answers = new ConcurrentHashMap<>();
  private final List<String> silent = new CopyOnWriteArrayList<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Map<String, String> customers = new ConcurrentHashMap<>();
  private final List<String> forgotten = new CopyOnWriteArrayList<>();

  /** What the cards do, by their tokens. */
  public enum Does {
    SUCCEED,
    DECLINE,
    NEED_ACTION,
    /** Takes the money, and the answer is lost. */
    LOSE_ANSWER,
    /** The request is lost. */
    LOSE_REQUEST
  }

  private record Prepared(String id, long cents, Outcome outcome) {}

  /** Somebody enters a card at this page. */
  public void enter(String pageId, Does does) {
    entered.put(pageId, new Card(does + "-" + pageId, "visa", "4242", 12, 2030));
  }

  /** Gives no answers about this account, payment or page, until {@link #answerAgain}. */
  public void fallSilent(String about) {
    silent.add(about);
  }

  public void answerAgain(String about) {
    silent.remove(about);
  }

  /** How often money was taken for this statement: 0 or 1, unless it is broken. */
  public long taken(UUID statementId) {
    return taken.stream().filter(("pay-" + statementId)::equals).count();
  }

  /** The owner of the card confirms at his bank's page. */
  public void confirm(UUID statementId) {
    take("pay-" + statementId);
  }

  @Override
  public String register(UUID accountId) {
    return "cus-" + accountId;
  }

  @Override
  public void forget(String customer) {
    answering(customer);
    forgotten.add(customer);
  }

  /** Nobody charges the card of one who was forgotten. */
  private void requireKnown(String payment) {
    if (forgotten.contains(Objects.requireNonNull(customers.get(payment)))) {
      throw new ProviderRefusalException("no such card", new IllegalArgumentException(payment));
    }
  }

  /** Who was forgotten, as often as that was asked for. */
  public List<String> forgotten() {
    return List.copyOf(forgotten);
  }

  @Override
  public CardPage openCardPage(UUID setupId, String customer, URI done, URI cancelled) {
    answering(customer);
    String pageId = "page-" + setupId;
    return new CardPage(pageId, URI.create("https://cards.example/" + pageId));
  }

  @Override
  public Optional<Card> enteredCard(String pageId) {
    answering(pageId);
    return Optional.ofNullable(entered.get(pageId));
  }

  @Override
  public String prepare(UUID paymentId, String customer, long amountCents, String currency) {
    answering(customer);
    String id = "pay-" + paymentId;
    customers.put(id, customer);
    payments.putIfAbsent(id, new Prepared(id, amountCents, new Outcome.Open()));
    return id;
  }

  @Override
  public Outcome charge(String payment, String cardToken, UUID attemptId) {
    return charge(payment, cardToken, attemptId, false);
  }

  @Override
  public Outcome chargePresent(String payment, String cardToken, UUID attemptId, URI done) {
    return charge(payment, cardToken, attemptId, true);
  }

  private Outcome charge(String payment, String cardToken, UUID attemptId, boolean present) {
    answering(payment);
    requireKnown(payment);
    Outcome before = answers.get(attemptId);
    if (before != null) {
      return before;
    }
    if (look(payment) instanceof Outcome.Taken already) {
      return already;
    }
    Does does = Does.valueOf(cardToken.substring(0, cardToken.indexOf('-')));
    if (does == Does.LOSE_REQUEST) {
      throw new ProviderUnavailableException("the request is lost");
    }
    Outcome outcome =
        switch (does) {
          case SUCCEED, LOSE_ANSWER, LOSE_REQUEST -> take(payment);
          case DECLINE -> become(payment, new Outcome.Declined(Outcome.Reason.CARD_DECLINED));
          case NEED_ACTION ->
              become(
                  payment,
                  new Outcome.NeedsAction(
                      present ? URI.create("https://bank.example/" + payment) : null));
        };
    answers.put(attemptId, outcome);
    if (does == Does.LOSE_ANSWER) {
      throw new ProviderUnavailableException("the answer is lost");
    }
    return outcome;
  }

  private Outcome take(String payment) {
    Outcome.Taken outcome = new Outcome.Taken();
    payments.computeIfPresent(
        payment,
        (id, before) -> {
          if (!(before.outcome() instanceof Outcome.Taken)) {
            taken.add(id);
          }
          return new Prepared(id, before.cents(), outcome);
        });
    return outcome;
  }

  private Outcome become(String payment, Outcome outcome) {
    payments.computeIfPresent(payment, (id, before) -> new Prepared(id, before.cents(), outcome));
    return outcome;
  }

  @Override
  public Outcome look(String payment) {
    answering(payment);
    return Objects.requireNonNull(payments.get(payment)).outcome();
  }

  /** The body is what it tells of, signed with the word "signed". */
  @Override
  public Optional<Notice> read(String body, @Nullable String signature) {
    if (!"signed".equals(signature)) {
      throw new ForgedNoticeException("not signed");
    }
    String about = body.replace("\"", "");
    if (about.startsWith("page-")) {
      return Optional.of(new Notice.CardEntered(about));
    }
    return about.startsWith("pay-")
        ? Optional.of(new Notice.PaymentChanged(about))
        : Optional.empty();
  }

  private void answering(String about) {
    if (silent.stream().anyMatch(about::contains)) {
      throw new ProviderUnavailableException("silent about " + about);
    }
  }
}
