package dev.switchboard.user.twostep.web;

import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import dev.switchboard.user.account.Account;
import dev.switchboard.user.twostep.AccountSecurity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a company asks of its admins' sign-in. */
@AdminOnly
@RestController
@RequestMapping(path = "/api/v1/account/security", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Account")
class AccountSecurityController {
  private final AccountSecurity security;

  AccountSecurityController(AccountSecurity security) {
    this.security = security;
  }

  /** The rules of the account; {@code version} is theirs, as in ETag. */
  record AccountSecurityResponse(boolean twoStepRequiredForAdmins, long version) {}

  @Operation(summary = "Read how admins must sign in")
  @GetMapping
  ResponseEntity<AccountSecurityResponse> readSecurity(Caller caller) {
    return answer(security.read(caller));
  }

  @Operation(
      summary = "Change how admins must sign in",
      description =
          "When two steps become a must, an admin without them may no more than a user until he has set them up.")
  @PutMapping
  ResponseEntity<AccountSecurityResponse> changeSecurity(
      Caller caller,
      @Parameter(description = "The ETag that was read, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody TwoStepRequests.AccountSecurityRequest request) {
    return answer(
        security.change(
            caller, request.twoStepRequiredForAdmins(), IfMatch.required(ifMatch)::includes));
  }

  private static ResponseEntity<AccountSecurityResponse> answer(Account account) {
    return ResponseEntity.ok()
        .eTag(Long.toString(account.securityVersion()))
        .body(
            new AccountSecurityResponse(
                account.twoStepRequiredForAdmins(), account.securityVersion()));
  }
}
