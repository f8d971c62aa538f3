package dev.switchboard.user.deletion;

import dev.switchboard.user.account.Account;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.credential.Credentials;
import dev.switchboard.user.mail.RequestMail;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.Users;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Name, address and mobile number, password and PIN are overwritten or deleted. What the law needs,
 * audit log and statements, knows people by id only.
 */
@Component
public class EraseUser {
  private static final Logger log = LoggerFactory.getLogger(EraseUser.class);

  private final Users users;
  private final AccountRepository accounts;
  private final Credentials credentials;
  private final RequestMail requestMail;

  EraseUser(
      Users users, AccountRepository accounts, Credentials credentials, RequestMail requestMail) {
    this.users = users;
    this.accounts = accounts;
    this.credentials = credentials;
    this.requestMail = requestMail;
  }

  /** Erases a locked user who is deleted or withdrawn, in the caller's transaction. */
  public void erase(User user, Instant now) {
    Account account = accounts.findById(user.accountId()).orElseThrow();
    users.save(user.erase(nobody(user, account), now));
    credentials.remove(user.accountId().value(), user.userId().value());
    requestMail.forget(user);
    log.info("User {} is erased", user.userId());
  }

  /** The top-level domain invalid belongs to nobody (RFC 2606). */
  private static User.Profile nobody(User user, Account account) {
    return new User.Profile(
        "Deleted",
        "user",
        new Email(user.userId() + "@erased.invalid"),
        account.language(),
        account.timeZone());
  }
}
