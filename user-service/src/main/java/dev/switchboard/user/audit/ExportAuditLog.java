package dev.switchboard.user.audit;

import dev.switchboard.user.account.AccountId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * H2: many entries, newest first. They are read in steps, each with a transaction of its own: a
 * slow client holds no connection of the database.
 */
@Component
public class ExportAuditLog {
  private static final int STEP = 1_000;

  private final ReadAuditLog log;
  private final AuditProperties properties;

  ExportAuditLog(ReadAuditLog log, AuditProperties properties) {
    this.log = log;
    this.properties = properties;
  }

  /** How many entries an export has at most. */
  public int most() {
    return properties.exported();
  }

  /** Whether an export would leave out the oldest of these. */
  public boolean isTooLong(AccountId accountId, AuditQuery query) {
    return log.hasMoreThan(accountId, query, properties.exported());
  }

  /** Gives all of them, or the newest, to the receiver, one step after the other. */
  public void export(AccountId accountId, AuditQuery query, Consumer<List<AuditItem>> receiver) {
    AuditItem last = null;
    int rest = properties.exported();
    while (rest > 0) {
      int step = Math.min(STEP, rest);
      List<AuditItem> items = log.readOn(accountId, query, step, last);
      receiver.accept(items);
      if (items.size() < step) {
        return;
      }
      rest -= step;
      last = items.getLast();
    }
  }
}
