package dev.switchboard.user.support.web;

import dev.switchboard.user.directory.DirectoryRow;
import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.support.AccountSummary;
import dev.switchboard.user.support.FindAccounts;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.UserState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What support sees: nothing that opens a door. */
final class SupportResponses {

  private SupportResponses() {}

  /**
   * The first accounts by name.
   *
   * @param total how many there are; when more than these, search for more
   * @param next always null
   */
  record Accounts(List<AccountItem> items, long total, @Nullable String next) {

    static Accounts of(FindAccounts.Found found) {
      return new Accounts(
          found.accounts().stream().map(AccountItem::of).toList(), found.total(), null);
    }
  }

  /**
   * An account; {@code mainNumber} in E.164, null when it was unassigned, {@code users}: how many
   * people it has.
   */
  record AccountItem(
      UUID id,
      String companyName,
      @Nullable String mainNumber,
      AccountSummary.State state,
      Instant signedUpAt,
      int users,
      List<AdminItem> admins) {

    static AccountItem of(AccountSummary account) {
      return new AccountItem(
          account.accountId(),
          account.companyName(),
          account.mainNumber(),
          account.state(),
          account.signedUpAt(),
          account.users(),
          account.admins().stream()
              .map(admin ->
                  new AdminItem(admin.userId(), admin.firstName(), admin.lastName(), admin.email()))
              .toList());
    }
  }

  /** An admin of an account. */
  record AdminItem(UUID id, String firstName, String lastName, String email) {}

  /**
   * A page of an account's people.
   *
   * @param total of all pages
   * @param next cursor of the next page, or null
   */
  record People(List<PersonItem> items, long total, @Nullable String next) {

    static People of(UserList.Result result) {
      return new People(
          result.rows().stream().map(PersonItem::of).toList(), result.total(), result.next());
    }
  }

  /** A person of an account. */
  record PersonItem(
      UUID id, String firstName, String lastName, String email, Role role, UserState state) {

    static PersonItem of(DirectoryRow row) {
      return new PersonItem(
          row.userId(), row.firstName(), row.lastName(), row.email(), row.role(), row.state());
    }
  }
}
