package dev.switchboard.user.support.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.security.SupportOnly;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.session.web.OperatorSessionResponse;
import dev.switchboard.user.session.web.SessionCookie;
import dev.switchboard.user.support.ChangeAdmin;
import dev.switchboard.user.support.FindAccounts;
import dev.switchboard.user.support.FindUsers;
import dev.switchboard.user.support.SignInSupport;
import dev.switchboard.user.user.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the operator's own people may do (I1). */
@RestController
@RequestMapping(path = "/api/v1/support", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Support")
class SupportController {
  private static final int SHORTEST_SEARCH = 2;

  private final SignInSupport signInSupport;
  private final FindAccounts findAccounts;
  private final FindUsers findUsers;
  private final ChangeAdmin changeAdmin;

  SupportController(
      SignInSupport signInSupport,
      FindAccounts findAccounts,
      FindUsers findUsers,
      ChangeAdmin changeAdmin) {
    this.signInSupport = signInSupport;
    this.findAccounts = findAccounts;
    this.findUsers = findUsers;
    this.changeAdmin = changeAdmin;
  }

  @Operation(
      summary = "Sign in as support",
      description =
          "Sets the session cookie; GET and DELETE /session work with it. Users have no access here, and support has"
              + " none at /session.")
  @SecurityRequirements
  @PostMapping("/session")
  ResponseEntity<OperatorSessionResponse> signInSupport(
      @Valid @RequestBody SupportRequests.SupportSignIn request) {
    SignInSupport.SignedIn signedIn =
        signInSupport.signIn(new SignInSupport.Command(request.email(), request.password()));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.of(signedIn.secret(), signedIn.life()))
        .body(OperatorSessionResponse.of(signedIn.employee()));
  }

  @Operation(
      summary = "Find accounts",
      description =
          "At most 50, by company name. Each word of `search` (at least 2 characters in all) is the beginning of a"
              + " word of the company's name or of a user's e-mail address; a number is found by its first or last"
              + " digits.")
  @SupportOnly
  @GetMapping("/accounts")
  SupportResponses.Accounts findAccounts(
      @RequestParam @Size(max = 200, message = "At most 200 characters.") String search) {
    if (search.strip().length() < SHORTEST_SEARCH) {
      throw ProblemException.field(
          CommonError.INVALID, "/search", "Type at least " + SHORTEST_SEARCH + " characters.");
    }
    return SupportResponses.Accounts.of(findAccounts.find(search));
  }

  @Operation(
      summary = "Find users of an account",
      description = "By last name, then first name; `search` as in GET /users.")
  @SupportOnly
  @GetMapping("/accounts/{id}/users")
  SupportResponses.People findUsers(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") @Size(max = 200, message = "At most 200 characters.")
          String search,
      @RequestParam(defaultValue = "50")
          @Min(value = 1, message = "At least 1.")
          @Max(value = 200, message = "At most 200.")
          int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return SupportResponses.People.of(findUsers.find(new AccountId(id), search, limit, cursor));
  }

  @Operation(
      summary = "Change the admin of an account",
      description =
          "The user becomes an admin; who is one now is none any more, unless keepOthers. All whose role changes get a"
              + " mail and must sign in again. The reason is in the account's audit log, where its admins read it.",
      responses = @ApiResponse(responseCode = "204"))
  @SupportOnly
  @PutMapping("/accounts/{id}/admin")
  ResponseEntity<Void> changeAdmin(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody SupportRequests.ChangeAdmin request) {
    changeAdmin.change(
        caller,
        new ChangeAdmin.Command(
            new AccountId(id),
            new UserId(request.userId()),
            request.reason().strip(),
            Boolean.TRUE.equals(request.keepOthers())));
    return ResponseEntity.noContent().build();
  }
}
