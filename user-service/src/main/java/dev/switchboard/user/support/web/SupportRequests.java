package dev.switchboard.user.support.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests of support. */
final class SupportRequests {

  private SupportRequests() {}

  /** POST /support/session. */
  record SupportSignIn(
      @NotBlank(message = "Please enter your e-mail address.")
          @Size(max = 254, message = "At most 254 characters.")
          String email,
      @NotEmpty(message = "Please enter your password.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String password) {

    @Override
    public String toString() {
      return "SupportSignIn";
    }
  }

  /** PUT /support/accounts/{id}/admin; {@code keepOthers}: who is admin now remains it, too. */
  record ChangeAdmin(
      @NotNull(message = "Please choose a user.") UUID userId,
      @NotBlank(message = "Please say why.") @Size(max = 500, message = "At most 500 characters.")
          String reason,
      @Nullable Boolean keepOthers) {}
}
