package dev.switchboard.user.session.web;

import dev.switchboard.user.account.Account;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.User;
import java.util.UUID;

/** Who is signed in, and for which company. */
record SessionResponse(UserView user, AccountView account) {

  /** The signed-in user. */
  record UserView(UUID id, String firstName, String lastName, String email, Role role) {}

  /** His company. */
  record AccountView(UUID id, String companyName) {}

  static SessionResponse of(User user, Account account) {
    return new SessionResponse(
        new UserView(
            user.userId().value(),
            user.firstName(),
            user.lastName(),
            user.email().value(),
            user.role()),
        new AccountView(account.accountId().value(), account.companyName()));
  }
}
