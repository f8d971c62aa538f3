package dev.switchboard.e2e.audit;

import java.util.stream.Stream;

/**
 * Something that must never be, and how it is made and repaired.
 *
 * @param named what the auditor must say; USER stands for the user's id
 * @param damage SQL with the words USER, ACCOUNT, STRANGER (an id that is nobody's) and LOST (a
 *     table of its own)
 */
record Damage(String invariant, String named, String database, String damage, String repair) {

  static Damage lostRow(
      String invariant, String named, String database, String table, String where) {
    return new Damage(
        invariant,
        named,
        database,
        "create table LOST as select * from %1$s where %2$s; delete from %1$s where %2$s"
            .formatted(table, where),
        "insert into %1$s select * from LOST; drop table LOST".formatted(table));
  }

  /** Whether it happens to one company, whose ids the auditor must tell. */
  boolean isOfOneCompany() {
    return Stream.of("USER", "ACCOUNT", "STRANGER").anyMatch(damage::contains);
  }

  @Override
  public String toString() {
    return invariant + ": " + named;
  }
}
