package dev.switchboard.notification.mail.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a template shows, as contracts/events/mail.requested describes it for each. */
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface MailModelV1 {

  /** The name of a required property that is not there or empty, or null. */
  @Nullable String missing();

  /** An invitation to join. */
  record Invitation(String firstName, String inviterName, String companyName, Instant expiresAt)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "inviterName", inviterName,
          "companyName", companyName,
          "expiresAt", expiresAt);
    }
  }

  /** A link to set a new password; without {@code requestedBy}, the recipient asked for it. */
  record PasswordReset(
      String firstName, String companyName, Instant expiresAt, @Nullable String requestedBy)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "companyName", companyName,
          "expiresAt", expiresAt,
          "requestedBy", requestedBy == null ? "himself" : requestedBy);
    }
  }

  /** The password is another now. */
  record PasswordChanged(String firstName, String companyName, Instant changedAt)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName, "companyName", companyName, "changedAt", changedAt);
    }
  }

  /** Support has changed the admin. */
  record AdminChanged(
      String firstName, String companyName, String adminName, Boolean isAdmin, Instant changedAt)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "companyName", companyName,
          "adminName", adminName,
          "isAdmin", isAdmin,
          "changedAt", changedAt);
    }
  }

  /** A sign-in from a device that was not seen before. */
  record NewSignIn(
      String firstName, String companyName, String device, String ipAddress, Instant signedInAt)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "companyName", companyName,
          "device", device,
          "ipAddress", ipAddress,
          "signedInAt", signedInAt);
    }
  }

  /** Two-step sign-in was switched on or off. */
  record TwoStepChanged(String firstName, String companyName, Boolean isOn, Instant changedAt)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "companyName", companyName,
          "isOn", isOn,
          "changedAt", changedAt);
    }
  }

  /** Calls to the recipient are forwarded to another number now, or without one no longer. */
  record ForwardingChanged(
      String firstName, String companyName, @Nullable String number, Instant changedAt)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "companyName", companyName,
          "number", number == null ? "none" : number,
          "changedAt", changedAt);
    }
  }

  /** A statement was issued. */
  record StatementIssued(
      String firstName,
      String companyName,
      UUID statementId,
      LocalDate from,
      LocalDate to,
      MoneyV1 total,
      MoneyV1 due,
      @Nullable CardV1 card,
      Instant payBy)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "companyName", companyName,
          "statementId", statementId,
          "from", from,
          "to", to,
          "total", MoneyV1.whole(total),
          "due", MoneyV1.whole(due),
          "card", CardV1.wholeOrNone(card),
          "payBy", payBy);
    }
  }

  /** A charge has failed, or without {@code card} there is nothing to charge. */
  record PaymentFailed(
      String firstName,
      String companyName,
      UUID statementId,
      MoneyV1 due,
      @Nullable CardV1 card,
      String reason,
      @Nullable Instant nextTryAt,
      Instant payBy)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "companyName", companyName,
          "statementId", statementId,
          "due", MoneyV1.whole(due),
          "card", CardV1.wholeOrNone(card),
          "reason", reason,
          "payBy", payBy);
    }
  }

  /** The account has become past due. */
  record AccountPastDue(String firstName, String companyName, MoneyV1 due, Instant since)
      implements MailModelV1 {
    @Override
    public @Nullable String missing() {
      return Required.missing(
          "firstName", firstName,
          "companyName", companyName,
          "due", MoneyV1.whole(due),
          "since", since);
    }
  }
}
