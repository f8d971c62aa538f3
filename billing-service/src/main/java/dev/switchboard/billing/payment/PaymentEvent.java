package dev.switchboard.billing.payment;

import dev.switchboard.platform.event.Actor;
import java.util.List;

/** What happens to a statement that was issued. */
sealed interface PaymentEvent {
  Actor actor();

  /** Names of what is another than before. */
  List<String> changed();

  /** It was issued; what credits have paid already is paid. */
  record Issued(Actor actor, List<String> changed) implements PaymentEvent {}

  /** The money has come. */
  record Paid(Actor actor, List<String> changed) implements PaymentEvent {}

  /** A try has failed. */
  record Failed(Actor actor, List<String> changed) implements PaymentEvent {}

  /** The last try has failed. */
  record PastDue(Actor actor, List<String> changed) implements PaymentEvent {}
}
