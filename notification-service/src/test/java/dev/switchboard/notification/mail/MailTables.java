package dev.switchboard.notification.mail;

import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests read and turn in the tables, past the service. */
@Component
class MailTables {
  private static final Duration LEASE = Duration.ofMinutes(4);

  private final JdbcClient jdbc;
  private final MailRepository mails;
  private final Clock clock;
  private final TransactionTemplate transaction;

  MailTables(
      JdbcClient jdbc, MailRepository mails, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.mails = mails;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  Map<String, @Nullable Object> mail(UUID mailId) {
    return asSystem(
        () -> jdbc.sql("select * from mail where mail_id = ?").param(mailId).query().singleRow());
  }

  @Nullable Object sealedTokenOf(UUID mailId) {
    return mail(mailId).get("sealed_token");
  }

  boolean has(UUID mailId) {
    return asSystem(() ->
        !jdbc.sql("select 1 from mail where mail_id = ?")
            .param(mailId)
            .query()
            .listOfRows()
            .isEmpty());
  }

  /** Waits up to a minute until all of these are in this state. */
  void awaitState(List<TestMail> invitations, String state) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            invitations.stream()
                .allMatch(
                    each -> has(each.mailId()) && state.equals(mail(each.mailId()).get("state"))));
  }

  List<Map<String, @Nullable Object>> attempts(UUID mailId) {
    return asSystem(() ->
        jdbc.sql("select * from attempt where mail_id = ? order by number")
            .param(mailId)
            .query()
            .listOfRows());
  }

  void endLease(UUID mailId) {
    asSystem(() ->
        jdbc.sql(
                "update mail set sending_until = clock_timestamp() - interval '1 second' where mail_id = ?")
            .param(mailId)
            .update());
  }

  /** Takes this mail as another instance would. */
  Mail claim(UUID mailId) {
    return asSystem(() -> mails.claimDue(clock.instant(), 100, LEASE, "another-instance")).stream()
        .filter(mail -> mail.id().value().equals(mailId))
        .findFirst()
        .orElseThrow();
  }

  long mailsSeenBy(UUID accountId) {
    return seenBy(accountId, "select count(*) from mail");
  }

  long attemptsSeenBy(UUID accountId) {
    return seenBy(accountId, "select count(*) from attempt");
  }

  long erasedSeenBy(UUID accountId) {
    return seenBy(accountId, "select count(*) from erased_recipient");
  }

  /** States of all mails of a recipient. */
  List<String> statesOf(UUID userId) {
    return asSystem(() ->
        jdbc.sql("select state from mail where user_id = ?")
            .param(userId)
            .query(String.class)
            .list());
  }

  /** Causes of the dead letters of this key. */
  List<String> deadLettersOf(String key) {
    return asSystem(() ->
        jdbc.sql("select cause from dead_letter where key = ?")
            .param(key)
            .query(String.class)
            .list());
  }

  /** Names of the columns, as table.column, in which this text stands anywhere. */
  List<String> columnsWith(String text) {
    return asSystem(() ->
        columns().stream()
            .filter(column -> column.holds(jdbc, text))
            .map(column -> column.table() + "." + column.name())
            .toList());
  }

  private List<Column> columns() {
    return jdbc.sql(
            """
            select c.relname, a.attname, a.atttypid = 'bytea'::regtype
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
            and not a.attisdropped and has_table_privilege(c.oid, 'select')
            """)
        .query((row, index) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
        .list();
  }

  private record Column(String table, String name, boolean binary) {

    boolean holds(JdbcClient jdbc, String text) {
      String asText = binary ? "encode(%s, 'escape')" : "%s::text";
      return jdbc.sql(
                  "select count(*) from %s where position(:text in %s) > 0"
                      .formatted(table, asText.formatted(name)))
              .param("text", text)
              .query(Long.class)
              .single()
          > 0;
    }
  }

  private long seenBy(UUID accountId, String count) {
    return Tenancy.as(
        accountId, () -> transaction.execute(status -> jdbc.sql(count).query(Long.class).single()));
  }

  private <T> T asSystem(Supplier<T> work) {
    return Tenancy.asSystem(() -> transaction.execute(status -> work.get()));
  }
}
