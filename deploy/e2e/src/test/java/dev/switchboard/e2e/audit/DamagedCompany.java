package dev.switchboard.e2e.audit;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Company;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A company with one invited person, for one kind of damage, so that all kinds are audited at once.
 */
final class DamagedCompany {
  private final Databases databases;
  private final Damage damage;
  private final Company company;
  private final String email;
  private final String user;
  private final String stranger = UUID.randomUUID().toString();
  private final Set<String> ids;

  private DamagedCompany(
      Databases databases, Damage damage, Company company, String email, String user) {
    this.databases = databases;
    this.damage = damage;
    this.company = company;
    this.email = email;
    this.user = user;
    this.ids =
        new HashSet<>(
            Set.of(company.accountId().toString(), user, email, company.mainNumber(), stranger));
  }

  /** Signs up, invites, and tells the ledger. */
  static DamagedCompany open(Databases databases, Damage damage, Ledger ledger) throws IOException {
    Company company = Company.signUp(RunningSuite.get().baseUrl(), 2, 1, 0);
    ledger.signedUp(company.accountId(), company.adminEmail());
    String email = Company.newEmail("audited");
    String user = company.invite(email, "BASIC", false).expect(201).body().path("id").asString();
    ledger.invited(company.accountId(), email, "BASIC", user);
    return new DamagedCompany(databases, damage, company, email, user);
  }

  void damage() throws SQLException {
    for (Row row :
        databases.query(
            Databases.BILLING,
            filled(
                """
                select slot_id as id from plan_slot where account_id = 'ACCOUNT'
                union all select statement_id from statement where account_id = 'ACCOUNT'
                """))) {
      ids.add(row.text("id"));
    }
    databases.update(damage.database(), filled(damage.damage()));
  }

  void repair() throws SQLException {
    databases.update(damage.database(), filled(damage.repair()));
  }

  /** Those of the findings that are about this company, or that can be about none. */
  List<Violation> findings(List<Violation> all) {
    return damage.isOfOneCompany()
        ? all.stream().filter(each -> ids.stream().anyMatch(each.text()::contains)).toList()
        : all;
  }

  /** Whether this is what the auditor must say. */
  boolean isNamedBy(Violation violation) {
    return violation.invariant().equals(damage.invariant())
        && violation.text().contains(damage.named().replace("USER", user));
  }

  String email() {
    return email;
  }

  String user() {
    return user;
  }

  Company company() {
    return company;
  }

  @Override
  public String toString() {
    return damage.toString();
  }

  private String filled(String sql) {
    return sql.replace("USER", user)
        .replace("ACCOUNT", company.accountId().toString())
        .replace("STRANGER", stranger)
        .replace("LOST", "lost_" + stranger.replace("-", ""));
  }
}
