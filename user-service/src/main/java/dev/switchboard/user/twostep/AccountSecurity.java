package dev.switchboard.user.twostep;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.session.SignOut;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the admins of an account must sign in. When two steps become a must, an admin without them
 * may no more than a user, from the next second on until he has set them up.
 */
@Component
public class AccountSecurity {
  private final AccountRepository accounts;
  private final SignOut signOut;
  private final AuditTrail trail;
  private final JdbcClient jdbc;

  AccountSecurity(AccountRepository accounts, SignOut signOut, AuditTrail trail, JdbcClient jdbc) {
    this.accounts = accounts;
    this.signOut = signOut;
    this.trail = trail;
    this.jdbc = jdbc;
  }

  /** The caller's account. */
  @Transactional(readOnly = true)
  public Account read(Caller caller) {
    return accounts.findById(new AccountId(caller.accountId())).orElseThrow(AccountSecurity::gone);
  }

  /**
   * Changes it; nothing happens when it is so already.
   *
   * @param expected whether the change was meant for this version of the setting
   * @throws ProblemException {@code version.mismatch}
   */
  @Transactional
  public Account change(Caller caller, boolean required, LongPredicate expected) {
    Account account =
        accounts.lock(new AccountId(caller.accountId())).orElseThrow(AccountSecurity::gone);
    if (!expected.test(account.securityVersion())) {
      throw new ProblemException(
          CommonError.VERSION_MISMATCH, "Load it again and repeat your change.");
    }
    if (account.twoStepRequiredForAdmins() == required) {
      return account;
    }
    Account changed = account.withTwoStepRequiredForAdmins(required);
    accounts.saveSecurity(changed.accountId(), required, changed.securityVersion());
    renewTokensOfAdmins(caller.accountId());
    trail.record(
        new AuditEntry(
            caller.accountId(),
            caller.actor(),
            "account.security-changed",
            "ACCOUNT",
            caller.accountId().toString(),
            Map.of("twoStepRequiredForAdmins", Boolean.toString(required))));
    return changed;
  }

  /** Those whose role in tokens is another now. */
  private void renewTokensOfAdmins(UUID accountId) {
    jdbc.sql(
            """
            select user_id from users u where account_id = ? and role = 'ADMIN' and state = 'ACTIVE'
              and not exists (
                select 1 from two_step t where t.user_id = u.user_id and t.enabled_at is not null)
            """)
        .param(accountId)
        .query(UUID.class)
        .list()
        .forEach(admin -> signOut.renewTokens(accountId, admin, "TWO_STEP_CHANGED"));
  }

  private static ProblemException gone() {
    return new ProblemException(CommonError.AUTH_REQUIRED, "Please sign in again.");
  }
}
