package dev.switchboard.billing.timeline;

import dev.switchboard.billing.statement.History;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what accounts had since a time: one statement, however much and however many. */
@Component
public class ReadHistory {
  private static final String OF_ONE =
      Intervals.select("where account_id = :account and (ended_at is null or ended_at >= :since)");

  private static final String OF_MANY =
      """
      with wanted as (select * from unnest(?::uuid[], ?::timestamptz[]) as w (account_id, since))
      """
          + Intervals.select(
              "join wanted using (account_id) where ended_at is null or ended_at >= since");

  private final JdbcClient jdbc;

  ReadHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An account without its history.
   *
   * @param zone where its days begin and end
   */
  public record Account(UUID accountId, Instant signedUpAt, ZoneId zone) {}

  /** The account; none while billing does not know it. */
  public Optional<Account> account(UUID accountId) {
    return jdbc.sql("select signed_up_at, time_zone from billing_account where account_id = ?")
        .param(accountId)
        .query((row, index) ->
            new Account(accountId, Intervals.instant(row, 1), ZoneId.of(row.getString(2))))
        .optional();
  }

  /**
   * All of the account that had not ended before this instant. A statement of its own: how many
   * accounts are wanted PostgreSQL can't know before, so it would plan that one anew each time.
   */
  public History since(Account account, Instant since) {
    Intervals found = new Intervals();
    jdbc.sql(OF_ONE)
        .param("account", account.accountId())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((RowCallbackHandler) found::add);
    return found.history(account);
  }

  /** All of each account that had not ended before its instant, by the account's id. */
  public Map<UUID, History> since(Map<Account, Instant> accounts) {
    List<Map.Entry<Account, Instant>> wanted = List.copyOf(accounts.entrySet());
    Map<UUID, Intervals> found = new HashMap<>();
    wanted.forEach(each -> found.put(each.getKey().accountId(), new Intervals()));
    jdbc.sql(OF_MANY)
        .param(wanted.stream().map(each -> each.getKey().accountId()).toArray(UUID[]::new))
        .param(wanted.stream().map(each -> each.getValue().toString()).toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row -> Objects.requireNonNull(found.get(Intervals.accountId(row))).add(row));
    return wanted.stream()
        .map(Map.Entry::getKey)
        .collect(
            Collectors.toMap(
                Account::accountId,
                account ->
                    Objects.requireNonNull(found.get(account.accountId())).history(account)));
  }

  /** What these users of the account have now: seats, the slots of these, and numbers. */
  public History present(Account account, Collection<UUID> users) {
    Intervals found = new Intervals();
    jdbc.sql(Intervals.PRESENT_OF_USERS)
        .param("account", account.accountId())
        .param("users", users.toArray(UUID[]::new))
        .query((RowCallbackHandler) found::add);
    return found.history(account);
  }
}
