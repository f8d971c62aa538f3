package dev.switchboard.notification.mail.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
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
}
