package dev.switchboard.numbering.forwarding;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.switchboard.numbering.number.AccountNumbers;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * F5: the countries that an account forwards calls to. Without a choice it is its own: that of its
 * main number, else of another number.
 */
@Component
public class ForwardingCountries {
  /** Of an account that has no number at all. */
  private static final String HOME = "US";

  private final JdbcClient jdbc;
  private final AccountNumbers numbers;
  private final AuditTrail auditTrail;

  ForwardingCountries(JdbcClient jdbc, AccountNumbers numbers, AuditTrail auditTrail) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.auditTrail = auditTrail;
  }

  /**
   * What an account may.
   *
   * @param home its own country: ISO 3166-1, two letters
   * @param countries where calls may be forwarded to
   * @param version of the choice; 0 while there was none
   */
  public record Allowed(String home, Set<String> countries, long version) {}

  /** What the account may; within a transaction. */
  public Allowed of(AccountId accountId) {
    String home = numbers.home(accountId).map(ForwardingRules::regionOf).orElse(HOME);
    Set<String> chosen =
        new TreeSet<>(
            jdbc.sql("select country from forwarding_country where account_id = ?")
                .param(accountId.value())
                .query(String.class)
                .list());
    long version =
        jdbc.sql("select version from forwarding_setting where account_id = ?")
            .param(accountId.value())
            .query(Long.class)
            .optional()
            .orElse(0L);
    return new Allowed(home, chosen.isEmpty() ? Set.of(home) : chosen, version);
  }

  /** What the caller's account may. */
  @Transactional(readOnly = true)
  public Allowed read(Caller caller) {
    return of(new AccountId(caller.accountId()));
  }

  /**
   * Forwards to these countries only, from now on; what is forwarded already goes on.
   *
   * @param seen whether the caller has seen this version of the choice
   * @throws ProblemException {@code request.invalid} for no country, or one that is none; {@code
   *     version.mismatch}
   */
  @Transactional
  public Allowed choose(Caller caller, List<String> countries, LongPredicate seen) {
    AccountId accountId = new AccountId(caller.accountId());
    Set<String> known = PhoneNumberUtil.getInstance().getSupportedRegions();
    for (int i = 0; i < countries.size(); i++) {
      if (!known.contains(countries.get(i))) {
        throw ProblemException.field(
            CommonError.INVALID, "/countries/" + i, "There is no such country.");
      }
    }
    IfMatch.require(seen, lockVersion(accountId));
    jdbc.sql("delete from forwarding_country where account_id = ?")
        .param(accountId.value())
        .update();
    jdbc.sql(
            """
            insert into forwarding_country (account_id, country) select ?, c from unnest(?::text[]) c
            on conflict do nothing
            """)
        .param(accountId.value())
        .param(countries.toArray(String[]::new))
        .update();
    jdbc.sql("update forwarding_setting set version = version + 1 where account_id = ?")
        .param(accountId.value())
        .update();
    auditTrail.record(
        new AuditEntry(
            caller.accountId(),
            caller.actor(),
            "forwarding.countries-changed",
            "ACCOUNT",
            caller.accountId().toString(),
            Map.of("countries", String.join(", ", new TreeSet<>(countries)))));
    return of(accountId);
  }

  /** The version before the change, locked; a first choice makes its row. */
  private long lockVersion(AccountId accountId) {
    boolean first =
        jdbc.sql(
                    "insert into forwarding_setting (account_id, version) values (?, 1) on conflict do nothing")
                .param(accountId.value())
                .update()
            == 1;
    return first
        ? 0
        : jdbc.sql("select version from forwarding_setting where account_id = ? for update")
            .param(accountId.value())
            .query(Long.class)
            .single();
  }
}
