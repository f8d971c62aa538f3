package dev.switchboard.billing.recipient;

import dev.switchboard.billing.recipient.wire.MailRequestedV1;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks notification-service for one mail to each active admin; in the caller's transaction. */
@Component
class SendNotices {
  private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);
  private static final String TOPIC = "notification.commands.v1";

  private final Recipients recipients;
  private final WaitingNotices waiting;
  private final Outbox outbox;

  SendNotices(Recipients recipients, WaitingNotices waiting, Outbox outbox) {
    this.recipients = recipients;
    this.waiting = waiting;
    this.outbox = outbox;
  }

  /** Sends them all; what nobody can get yet is kept, what nobody can get is told to the log. */
  void send(List<Notice> notices) {
    List<Notice> unsent = sendToKnown(notices);
    if (unsent.isEmpty()) {
      return;
    }
    waiting.lock(accounts(unsent));
    List<Notice> alone = sendToKnown(unsent);
    Set<UUID> withAdmin = recipients.withAdmin(accounts(alone));
    waiting.keep(alone.stream().filter(each -> !withAdmin.contains(each.accountId())).toList());
    withAdmin.forEach(accountId ->
        LOG.warn(
            "no admin of account {} is active: {} is mailed to nobody",
            accountId,
            alone.stream()
                .filter(each -> each.accountId().equals(accountId))
                .map(Notice::name)
                .toList()));
  }

  /** An admin is known from now on: what has waited for one goes out. */
  void sendWaiting(UUID accountId) {
    waiting.lock(List.of(accountId));
    sendToKnown(waiting.take(accountId));
  }

  /** Returns those whose account has no active admin. */
  private List<Notice> sendToKnown(List<Notice> notices) {
    Map<UUID, List<Recipient>> admins =
        recipients.activeAdmins(accounts(notices)).stream()
            .collect(Collectors.groupingBy(Recipient::accountId));
    List<OutgoingEvent> mails =
        notices.stream()
            .flatMap(notice ->
                admins.getOrDefault(notice.accountId(), List.of()).stream()
                    .map(admin -> mail(notice, admin)))
            .toList();
    if (!mails.isEmpty()) {
      outbox.add(mails);
    }
    return notices.stream().filter(each -> !admins.containsKey(each.accountId())).toList();
  }

  private static OutgoingEvent mail(Notice notice, Recipient admin) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("firstName", admin.firstName());
    model.put("companyName", admin.companyName());
    model.putAll(notice.model());
    return new OutgoingEvent(
        TOPIC,
        admin.userId().toString(),
        "mail.requested",
        admin.accountId(),
        new MailRequestedV1(
            notice.mailIdFor(admin.userId()),
            notice.template(),
            new MailRequestedV1.To(
                admin.userId(),
                admin.accountId(),
                admin.email(),
                admin.fullName(),
                admin.timeZone()),
            admin.language(),
            model));
  }

  private static Set<UUID> accounts(List<Notice> notices) {
    return notices.stream().map(Notice::accountId).collect(Collectors.toSet());
  }
}
