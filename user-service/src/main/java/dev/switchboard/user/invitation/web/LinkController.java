package dev.switchboard.user.invitation.web;

import dev.switchboard.user.invitation.AcceptInvitation;
import dev.switchboard.user.invitation.OpenLink;
import io.swagger.v3.oas.annotations.Operation;
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
 * What the holder of a mailed link may do; the secret comes in the body and never in an address.
 */
@RestController
@RequestMapping(path = "/api/v1/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Invitations")
class LinkController {
  private final OpenLink openLink;
  private final AcceptInvitation acceptInvitation;

  LinkController(OpenLink openLink, AcceptInvitation acceptInvitation) {
    this.openLink = openLink;
    this.acceptInvitation = acceptInvitation;
  }

  /** For whom a link is, and what became of it. */
  record InspectResponse(String firstName, String companyName, OpenLink.LinkState state) {}

  @Operation(summary = "Look at an invitation", description = "Changes nothing.")
  @SecurityRequirements
  @PostMapping("/inspect")
  InspectResponse inspect(@Valid @RequestBody InvitationRequests.Inspect request) {
    OpenLink.Link link = openLink.open(request.token());
    return new InspectResponse(link.user().firstName(), link.companyName(), link.state());
  }

  @Operation(
      summary = "Accept an invitation",
      description = "Sets the password; the link is used up.",
      responses = @ApiResponse(responseCode = "204"))
  @SecurityRequirements
  @PostMapping("/accept")
  ResponseEntity<Void> accept(@Valid @RequestBody InvitationRequests.Accept request) {
    acceptInvitation.accept(request.token(), request.password());
    return ResponseEntity.noContent().build();
  }
}
