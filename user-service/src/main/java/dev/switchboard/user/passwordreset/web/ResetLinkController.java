package dev.switchboard.user.passwordreset.web;

import dev.switchboard.user.passwordreset.AskForReset;
import dev.switchboard.user.passwordreset.CompletePasswordReset;
import dev.switchboard.user.passwordreset.OpenResetLink;
import dev.switchboard.user.user.Email;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forgotten passwords (D3): asking for a link, and what its holder may do. The secret comes in the
 * body and never in an address.
 */
@RestController
@RequestMapping(path = "/api/v1/password-resets", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Password resets")
class ResetLinkController {
  private final AskForReset askForReset;
  private final OpenResetLink openLink;
  private final CompletePasswordReset completePasswordReset;

  ResetLinkController(
      AskForReset askForReset,
      OpenResetLink openLink,
      CompletePasswordReset completePasswordReset) {
    this.askForReset = askForReset;
    this.openLink = openLink;
    this.completePasswordReset = completePasswordReset;
  }

  /** For whom a link is, and what became of it. */
  record ResetLinkResponse(String firstName, String companyName, OpenResetLink.LinkState state) {}

  @Operation(
      summary = "Ask for a link to set a new password",
      description =
          "Answers the same for every address. A mail goes only to somebody who has joined and is not suspended;"
              + " the link before it is void then.",
      responses = @ApiResponse(responseCode = "202", content = @Content))
  @SecurityRequirements
  @PostMapping
  ResponseEntity<Void> ask(@Valid @RequestBody PasswordResetRequests.AskForLink request) {
    askForReset.ask(Email.parse(request.email()).orElseThrow());
    return ResponseEntity.accepted().build();
  }

  @Operation(summary = "Look at a link", description = "Changes nothing.")
  @SecurityRequirements
  @PostMapping("/inspect")
  ResetLinkResponse inspectReset(@Valid @RequestBody PasswordResetRequests.InspectLink request) {
    OpenResetLink.Link link = openLink.open(request.token());
    return new ResetLinkResponse(link.user().firstName(), link.companyName(), link.state());
  }

  @Operation(
      summary = "Set a new password",
      description =
          "The link is used up; the old password and all sessions are dead within a second.",
      responses = @ApiResponse(responseCode = "204"))
  @SecurityRequirements
  @PostMapping("/complete")
  ResponseEntity<Void> complete(@Valid @RequestBody PasswordResetRequests.SetNewPassword request) {
    completePasswordReset.complete(request.token(), request.password());
    return ResponseEntity.noContent().build();
  }
}
