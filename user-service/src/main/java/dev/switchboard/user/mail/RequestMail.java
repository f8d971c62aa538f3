package dev.switchboard.user.mail;

import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.mail.wire.MailRequestedV1;
import dev.switchboard.user.user.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks notification-service for a mail, in the transaction of what the mail tells of. The secret of
 * a link goes sealed.
 */
@Component
public class RequestMail {
  private static final String TOPIC = "notification.commands.v1";

  private final Outbox outbox;
  private final AccountRepository accounts;
  private final Seal seal;

  RequestMail(
      Outbox outbox, AccountRepository accounts, @Value("${switchboard.link-key}") String linkKey) {
    this.outbox = outbox;
    this.accounts = accounts;
    this.seal = new Seal(linkKey);
  }

  /** A mail without a link; returns the id of the command. */
  public UUID tell(User user, String template, Map<String, Object> model) {
    return request(user, Ids.next(), template, model, null);
  }

  /**
   * A mail with a link; returns the id of the command.
   *
   * @param mailId the mail, by which its delivery is told
   * @param secret of the link
   */
  public UUID sendLink(
      User user, UUID mailId, String template, Map<String, Object> model, String secret) {
    return request(user, mailId, template, model, seal.seal(secret));
  }

  /** Asks to forget a former recipient, whose data are erased (D6). */
  public void forget(User user) {
    outbox.add(
        new OutgoingEvent(
            TOPIC,
            user.userId().toString(),
            "recipient.erasure-requested",
            user.accountId().value(),
            Map.of(
                "to",
                Map.of("userId", user.userId().value(), "accountId", user.accountId().value()))));
  }

  private UUID request(
      User user,
      UUID mailId,
      String template,
      Map<String, Object> model,
      @Nullable String sealedToken) {
    Account account = accounts.findById(user.accountId()).orElseThrow();
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("firstName", user.firstName());
    whole.put("companyName", account.companyName());
    whole.putAll(model);
    return outbox.add(
        new OutgoingEvent(
            TOPIC,
            user.userId().toString(),
            "mail.requested",
            user.accountId().value(),
            new MailRequestedV1(
                mailId,
                template,
                new MailRequestedV1.Recipient(
                    user.userId().value(),
                    user.accountId().value(),
                    user.email().value(),
                    user.fullName(),
                    user.timeZone()),
                user.language(),
                whole,
                sealedToken)));
  }
}
