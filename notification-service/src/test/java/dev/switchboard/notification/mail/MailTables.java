package dev.switchboard.notification.mail;

import dev.switchboard.platform.tenancy.Tenancy;
import java.util.ArrayList;
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
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  MailTables(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
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

  long mailsSeenBy(UUID accountId) {
    return seenBy(accountId, "select count(*) from mail");
  }

  long attemptsSeenBy(UUID accountId) {
    return seenBy(accountId, "select count(*) from attempt");
  }

  /** Names of the columns, as table.column, in which this text stands anywhere. */
  List<String> columnsWith(String text) {
    return asSystem(() -> {
      List<String> found = new ArrayList<>();
      jdbc.sql(
              """
              select table_name, column_name from information_schema.columns
              where table_schema = 'public' and has_table_privilege(quote_ident(table_name), 'select')
              """)
          .query((row, index) -> new String[] {row.getString(1), row.getString(2)})
          .list()
          .forEach(column -> {
            Long count =
                jdbc.sql(
                        "select count(*) from %s t where position(:text in case when pg_typeof(t.%s) = 'bytea'::regtype then encode(t.%s::text::bytea, 'escape') else t.%s::text end) > 0"
                            .formatted(column[0], column[1], column[1], column[1]))
                    .param("text", text)
                    .query(Long.class)
                    .single();
            if (count > 0) {
              found.add(column[0] + "." + column[1]);
            }
          });
      return found;
    });
  }

  private long seenBy(UUID accountId, String count) {
    return Tenancy.as(
        accountId, () -> transaction.execute(status -> jdbc.sql(count).query(Long.class).single()));
  }

  private <T> T asSystem(Supplier<T> work) {
    return Tenancy.asSystem(() -> transaction.execute(status -> work.get()));
  }
}
