package dev.switchboard.user.session.web;

import dev.switchboard.user.session.WhoIsSignedIn;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.User;
import java.util.UUID;

/** Who is signed in, for which company, and how. */
record SessionResponse(UserView user, AccountView account, TwoStepView twoStep) {

  /** The signed-in user. */
  record UserView(UUID id, String firstName, String lastName, String email, Role role) {}

  /** His company. */
  record AccountView(UUID id, String companyName) {}

  /** Two-step sign-in: whether it is on, and whether it must be. */
  record TwoStepView(boolean enabled, boolean required) {}

  static SessionResponse of(WhoIsSignedIn.SignedIn signedIn) {
    User user = signedIn.user();
    return new SessionResponse(
        new UserView(
            user.userId().value(),
            user.firstName(),
            user.lastName(),
            user.email().value(),
            user.role()),
        new AccountView(signedIn.account().accountId().value(), signedIn.account().companyName()),
        new TwoStepView(signedIn.twoStep().enabled(), signedIn.twoStep().required()));
  }
}
