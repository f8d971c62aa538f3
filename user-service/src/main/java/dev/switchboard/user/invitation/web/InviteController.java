package dev.switchboard.user.invitation.web;

import dev.switchboard.platform.idempotency.Idempotency;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.directory.ConsistencyToken;
import dev.switchboard.user.directory.web.UserResponse;
import dev.switchboard.user.invitation.InviteUser;
import dev.switchboard.user.invitation.ResendInvitation;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.Users;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Inviting, and sending an invitation again (C2, D4). */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
class InviteController {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final InviteUser inviteUser;
  private final ResendInvitation resendInvitation;
  private final Idempotency idempotency;

  InviteController(
      InviteUser inviteUser, ResendInvitation resendInvitation, Idempotency idempotency) {
    this.inviteUser = inviteUser;
    this.resendInvitation = resendInvitation;
    this.idempotency = idempotency;
  }

  @Operation(
      summary = "Invite a user",
      description =
          "Fills an open slot of the plan. Without one it needs acceptCharges: 402 with a quote otherwise, and"
              + " nothing happens. Extension, bridge, seat and mail follow with no further act.",
      responses =
          @ApiResponse(
              responseCode = "201",
              content = @Content(schema = @Schema(implementation = UserResponse.class))))
  @AdminOnly
  @PostMapping
  ResponseEntity<?> invite(
      Caller caller,
      @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
      @Valid @RequestBody InvitationRequests.Invite request) {
    InviteUser.Command command =
        new InviteUser.Command(
            request.firstName().strip(),
            request.lastName().strip(),
            Email.parse(request.email()).orElseThrow(),
            request.plan(),
            Boolean.TRUE.equals(request.acceptCharges()));
    return idempotency.once(caller, key, request, () -> created(caller, command));
  }

  private ResponseEntity<?> created(Caller caller, InviteUser.Command command) {
    Users.Stored stored = inviteUser.invite(caller, command);
    UUID userId = stored.user().userId().value();
    UserResponse body = UserResponse.of(stored.user());
    return ResponseEntity.created(URI.create("/api/v1/users/" + userId))
        .eTag(Long.toString(body.version()))
        .header(ConsistencyToken.HEADER, ConsistencyToken.of(stored.eventId()))
        .body(body);
  }

  @Operation(
      summary = "Send the invitation again",
      description = "A new link; the old one is void. At least 60 s apart, at most 5 mails a day.",
      responses = @ApiResponse(responseCode = "202", content = @Content))
  @AdminOnly
  @PostMapping("/{id}/invitations")
  ResponseEntity<?> resend(
      Caller caller,
      @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key,
      @PathVariable UUID id) {
    return idempotency.once(
        caller,
        key,
        "resend " + id,
        () ->
            ResponseEntity.accepted()
                .header(
                    ConsistencyToken.HEADER,
                    ConsistencyToken.of(resendInvitation.resend(caller, id)))
                .build());
  }
}
