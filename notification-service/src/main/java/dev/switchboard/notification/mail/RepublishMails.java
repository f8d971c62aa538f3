package dev.switchboard.notification.mail;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells again how far the delivery of each mail is (ADR 26); no mail is sent for that. */
final class RepublishMails implements Republished {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;

  RepublishMails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String topic() {
    return MailPublisher.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return jdbc.sql("select mail_id::text from mail where mail_id > ? order by mail_id limit ?")
        .params(after == null ? FIRST : UUID.fromString(after), limit)
        .query(String.class)
        .list();
  }

  @Override
  public Optional<OutgoingEvent> lock(String id) {
    return jdbc.sql("select * from mail where mail_id = ? for update")
        .param(UUID.fromString(id))
        .query((row, index) -> MailRepository.read(row))
        .optional()
        .map(mail -> MailPublisher.toEvent(asItIs(mail)));
  }

  private static MailEvent asItIs(Mail mail) {
    return switch (mail.state()) {
      case QUEUED -> new MailEvent.Queued(mail, List.of());
      case SENT -> new MailEvent.Sent(mail, List.of());
      case FAILED, BOUNCED -> new MailEvent.Failed(mail, List.of());
    };
  }
}
