package dev.switchboard.numbering.extension;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * F4: from which extension on an account gives them out by themselves, and which ranges it keeps
 * for other purposes. Whoever has an extension keeps it.
 */
@Component
public class ExtensionSettings {
  private final JdbcClient jdbc;
  private final Extensions extensions;
  private final ExtensionProperties properties;
  private final AuditTrail auditTrail;

  ExtensionSettings(
      JdbcClient jdbc,
      Extensions extensions,
      ExtensionProperties properties,
      AuditTrail auditTrail) {
    this.jdbc = jdbc;
    this.extensions = extensions;
    this.properties = properties;
    this.auditTrail = auditTrail;
  }

  /**
   * What an account has set.
   *
   * @param firstAssigned the lowest extension that is given out by itself
   * @param reserved ranges of which none is given to anybody, the lowest first
   * @param version of the settings; 0 while nothing was set
   */
  public record Settings(int firstAssigned, List<ExtensionRange> reserved, long version) {}

  /** What the caller's account has set. */
  @Transactional(readOnly = true)
  public Settings read(Caller caller) {
    return settings(new AccountId(caller.accountId()));
  }

  /**
   * Sets it from now on.
   *
   * @param seen whether the caller has seen this version of the settings
   * @throws ProblemException {@code request.invalid} when ranges overlap or leave no extension;
   *     {@code version.mismatch}
   */
  @Transactional
  public Settings change(
      Caller caller, int firstAssigned, List<ExtensionRange> reserved, LongPredicate seen) {
    AccountId accountId = new AccountId(caller.accountId());
    requireSensible(firstAssigned, reserved);
    IfMatch.require(seen, lockVersion(accountId));
    jdbc.sql("delete from extension_range where account_id = ?").param(accountId.value()).update();
    jdbc.sql(
            """
            insert into extension_range (account_id, first, last)
            select ?, f, l from unnest(?::int[], ?::int[]) as r (f, l)
            """)
        .param(accountId.value())
        .param(reserved.stream().map(ExtensionRange::first).toArray(Integer[]::new))
        .param(reserved.stream().map(ExtensionRange::last).toArray(Integer[]::new))
        .update();
    jdbc.sql(
            "update extension_setting set first_assigned = ?, version = version + 1 where account_id = ?")
        .params(firstAssigned, accountId.value())
        .update();
    extensions.startAt(accountId, firstAssigned);
    log(caller, firstAssigned, reserved);
    return settings(accountId);
  }

  private static void requireSensible(int firstAssigned, List<ExtensionRange> reserved) {
    for (int i = 0; i < reserved.size(); i++) {
      ExtensionRange range = reserved.get(i);
      if (range.first() > range.last()) {
        throw ProblemException.field(
            CommonError.INVALID,
            "/reservedRanges/" + i,
            "The first extension of a range is not above the last.");
      }
      for (int j = 0; j < i; j++) {
        if (reserved.get(j).overlaps(range)) {
          throw ProblemException.field(
              CommonError.INVALID, "/reservedRanges/" + i, "Two ranges overlap.");
        }
      }
    }
    if (ExtensionRules.lowestAllowed(firstAssigned, reserved).isEmpty()) {
      throw ProblemException.field(
          CommonError.INVALID, "/firstAssigned", "This leaves no extension for anybody.");
    }
  }

  /** The version before the change, locked; a first change makes its row. */
  private long lockVersion(AccountId accountId) {
    boolean first =
        jdbc.sql(
                    """
                    insert into extension_setting (account_id, first_assigned, version) values (?, ?, 1)
                    on conflict do nothing
                    """)
                .params(accountId.value(), properties.first())
                .update()
            == 1;
    return first
        ? 0
        : jdbc.sql("select version from extension_setting where account_id = ? for update")
            .param(accountId.value())
            .query(Long.class)
            .single();
  }

  private Settings settings(AccountId accountId) {
    List<ExtensionRange> reserved =
        jdbc
            .sql("select first, last from extension_range where account_id = ?")
            .param(accountId.value())
            .query((row, index) -> new ExtensionRange(row.getInt(1), row.getInt(2)))
            .list()
            .stream()
            .sorted(Comparator.comparingInt(ExtensionRange::first))
            .toList();
    return jdbc.sql("select first_assigned, version from extension_setting where account_id = ?")
        .param(accountId.value())
        .query((row, index) -> new Settings(row.getInt(1), reserved, row.getLong(2)))
        .optional()
        .orElseGet(() -> new Settings(properties.first(), reserved, 0));
  }

  private void log(Caller caller, int firstAssigned, List<ExtensionRange> reserved) {
    auditTrail.record(
        new AuditEntry(
            caller.accountId(),
            caller.actor(),
            "extensions.settings-changed",
            "ACCOUNT",
            caller.accountId().toString(),
            Map.of(
                "first",
                Integer.toString(firstAssigned),
                "reserved",
                reserved.stream()
                    .map(range -> range.first() + "–" + range.last())
                    .collect(Collectors.joining(", ")))));
  }
}
