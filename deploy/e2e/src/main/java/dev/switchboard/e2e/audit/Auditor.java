package dev.switchboard.e2e.audit;

import dev.switchboard.local.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at all that the suite has stored, sent and told, and names each violated invariant. To be
 * used when the suite is {@link Quiet quiet}: what is under way looks like something that is
 * missing.
 */
public final class Auditor {
  private final Databases databases;
  private final EventLog events;
  private final Deployment deployment;

  /** An auditor of this suite. */
  public Auditor(Suite suite) {
    this(Deployment.of(suite));
  }

  Auditor(Deployment deployment) {
    this.databases = new Databases(deployment);
    this.events = new EventLog(deployment);
    this.deployment = deployment;
  }

  /**
   * All violations; none when everything is as promised.
   *
   * @param ledger what the clients were answered; an empty one when there is nothing to hold
   *     against
   * @throws SQLException when a database can't be read
   * @throws IOException when the mailbox can't be read
   */
  public List<Violation> audit(Ledger ledger) throws SQLException, IOException {
    Evidence evidence =
        Evidence.collect(
            databases,
            events,
            deployment.mailbox(),
            deployment.charges(),
            deployment.topicsSince());
    Findings findings = new Findings();
    checks(ledger).forEach(check -> check.look(evidence, findings));
    return findings.violations();
  }

  /** What can be told from what can be seen. */
  private List<Check> checks(Ledger ledger) {
    Path logs = deployment.logs();
    List<Check> checks =
        new ArrayList<>(
            List.of(
                new AnswerCheck(ledger),
                new LineCheck(),
                new SeatCheck(),
                new NumberChargeCheck(),
                new StatementCheck(),
                new PaymentCheck(deployment.charges() != null),
                new LinkCheck(deployment.mailbox() != null),
                new EventCheck(logs != null),
                new CopyCheck(),
                new SessionCheck(),
                new ErasureCheck(),
                new AuditLogCheck()));
    if (logs != null) {
      checks.add(new SecretCheck(databases, logs));
      checks.add(new PersonalDataCheck(logs));
    }
    return checks;
  }
}
