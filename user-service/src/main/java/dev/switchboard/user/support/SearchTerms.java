package dev.switchboard.user.support;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.directory.wire.LineV1;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserProjection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what support finds an account by. Terms are made from the row that they stand for, in the
 * transaction that may have changed it; so late and repeated events do no harm.
 */
@Component
public class SearchTerms implements UserProjection {
  private final JdbcClient jdbc;

  SearchTerms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    switch (event) {
      case UserEvent.SignedUp _ -> {
        ofName(user.accountId());
        ofMainNumber(user.accountId());
        ofEmail(user);
      }
      case UserEvent.Invited _ -> ofEmail(user);
      case UserEvent.Changed changed -> {
        if (changed.changed().contains("email")) {
          forget(user.accountId(), user.userId().value(), "EMAIL");
          ofEmail(user);
        }
      }
      case UserEvent.Withdrawn _, UserEvent.Erased _ ->
          forget(user.accountId(), user.userId().value(), "EMAIL");
      case UserEvent.Joined _,
          UserEvent.Suspended _,
          UserEvent.Reactivated _,
          UserEvent.Deleted _,
          UserEvent.Restored _,
          UserEvent.RoleChanged _ -> {}
    }
    return List.of();
  }

  /** The user's line may have other direct numbers now; after the list has taken it in. */
  public void on(LineV1 line) {
    forget(new AccountId(line.accountId()), line.userId(), "NUMBER");
    jdbc.sql(
            """
            insert into support_term (account_id, source, kind, term)
            select account_id, user_id, 'NUMBER', term
            from directory, unnest(direct_numbers) number, support_number_terms(number) term
            where account_id = ? and user_id = ?
            on conflict do nothing
            """)
        .params(line.accountId(), line.userId())
        .update();
  }

  /** The account has another main number, or none; after the account has taken it in. */
  public void onMainNumber(AccountId accountId) {
    forget(accountId, accountId.value(), "NUMBER");
    ofMainNumber(accountId);
  }

  /** The account's name is forgotten: nobody finds it by that any more. */
  public void forgetName(AccountId accountId) {
    forget(accountId, accountId.value(), "NAME");
  }

  private void ofName(AccountId accountId) {
    jdbc.sql(
            """
            insert into support_term (account_id, source, kind, term)
            select account_id, account_id, 'NAME', term from account, support_name_terms(company_name) term
            where account_id = ?
            """)
        .param(accountId.value())
        .update();
  }

  private void ofMainNumber(AccountId accountId) {
    jdbc.sql(
            """
            insert into support_term (account_id, source, kind, term)
            select account_id, account_id, 'NUMBER', term
            from account, support_number_terms(main_number) term
            where account_id = ? and main_number is not null
            on conflict do nothing
            """)
        .param(accountId.value())
        .update();
  }

  private void ofEmail(User user) {
    jdbc.sql("insert into support_term (account_id, source, kind, term) values (?, ?, 'EMAIL', ?)")
        .params(user.accountId().value(), user.userId().value(), user.email().value())
        .update();
  }

  private void forget(AccountId accountId, UUID source, String kind) {
    jdbc.sql("delete from support_term where account_id = ? and source = ? and kind = ?")
        .params(accountId.value(), source, kind)
        .update();
  }
}
