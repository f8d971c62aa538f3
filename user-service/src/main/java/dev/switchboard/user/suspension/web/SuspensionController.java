package dev.switchboard.user.suspension.web;

import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import dev.switchboard.user.directory.ConsistencyToken;
import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.directory.web.UserResponse;
import dev.switchboard.user.suspension.SuspendUser;
import dev.switchboard.user.user.Users;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A user's suspension (D5). */
@AdminOnly
@RestController
@RequestMapping(path = "/api/v1/users/{id}/suspension", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
class SuspensionController {
  private final SuspendUser suspendUser;
  private final UserList users;

  SuspensionController(SuspendUser suspendUser, UserList users) {
    this.suspendUser = suspendUser;
    this.users = users;
  }

  @Operation(
      summary = "Suspend a user",
      description =
          "He can't sign in, and his sessions are dead within a second. Plan, numbers and price stay.")
  @PutMapping
  ResponseEntity<UserResponse> suspend(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String ifMatch) {
    return answer(suspendUser.suspend(caller, id, IfMatch.optional(ifMatch)::includes));
  }

  @Operation(summary = "Reactivate a user", description = "He can sign in again.")
  @DeleteMapping
  ResponseEntity<UserResponse> reactivate(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String ifMatch) {
    return answer(suspendUser.reactivate(caller, id, IfMatch.optional(ifMatch)::includes));
  }

  private ResponseEntity<UserResponse> answer(Users.Stored stored) {
    UserResponse body =
        users
            .find(stored.user().accountId(), stored.user().userId().value())
            .map(UserResponse::of)
            .orElseGet(() -> UserResponse.of(stored.user()));
    return ResponseEntity.ok()
        .eTag(Long.toString(body.version()))
        .header(ConsistencyToken.HEADER, ConsistencyToken.of(stored.eventId()))
        .body(body);
  }
}
