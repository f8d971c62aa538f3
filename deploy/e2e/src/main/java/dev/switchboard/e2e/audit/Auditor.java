package dev.switchboard.e2e.audit;

import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Mailbox;
import dev.switchboard.paymentprovider.PaymentProviderServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Looks at all that the suite has stored, sent and told, and names each violated invariant. To be
 * used when the suite is {@link Quiet quiet}: what is under way looks like something that is
 * missing.
 */
public final class Auditor {
  private final Databases databases;
  private final EventLog events;
  private final Mailbox mailbox;
  private final PaymentProviderServer provider;
  private final Path logs;

  /** An auditor of this suite. */
  public Auditor(Suite suite) {
    this.databases = new Databases(suite.postgres());
    this.events = new EventLog(suite.kafka().bootstrapServers());
    this.mailbox = new Mailbox(suite.mailUrl());
    this.provider = suite.paymentProvider();
    this.logs = suite.logs();
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
    Evidence evidence = Evidence.collect(databases, events, mailbox, provider);
    Findings findings = new Findings();
    for (Check check :
        List.of(
            new AnswerCheck(ledger),
            new LineCheck(),
            new SeatCheck(),
            new NumberChargeCheck(),
            new StatementCheck(),
            new PaymentCheck(),
            new LinkCheck(),
            new EventCheck(),
            new CopyCheck(),
            new SessionCheck(),
            new AuditLogCheck(),
            new SecretCheck(databases, logs),
            new PersonalDataCheck(logs))) {
      check.look(evidence, findings);
    }
    return findings.violations();
  }
}
