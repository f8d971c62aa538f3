package dev.switchboard.billing.recipient;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the active admins of accounts about statements and payments (E5, E7, J1): asks for the
 * mails in the caller's transaction, which is for the account or for the platform. What is told
 * again is the same mail. An account whose admins are all inactive gets none, with a warning in the
 * log; while its first admin is not known yet, the mail waits for him.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BillingMails {
  private final SendNotices sendNotices;

  BillingMails(SendNotices sendNotices) {
    this.sendNotices = sendNotices;
  }

  /** A statement was issued. */
  public void statementIssued(StatementMail mail) {
    statementsIssued(List.of(mail));
  }

  /** Statements of many accounts were issued: as many round trips as for one. */
  public void statementsIssued(List<StatementMail> mails) {
    sendNotices.send(mails.stream().map(Notice::of).toList());
  }

  /** A charge has failed, or there was no card to charge. */
  public void paymentFailed(PaymentFailedMail mail) {
    sendNotices.send(List.of(Notice.of(mail)));
  }

  /** The account has become past due. */
  public void accountPastDue(PastDueMail mail) {
    sendNotices.send(List.of(Notice.of(mail)));
  }
}
