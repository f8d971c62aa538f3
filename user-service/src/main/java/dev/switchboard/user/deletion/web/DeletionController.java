package dev.switchboard.user.deletion.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.deletion.DeleteUser;
import dev.switchboard.user.deletion.RestoreUser;
import dev.switchboard.user.directory.ConsistencyToken;
import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.directory.web.UserResponse;
import dev.switchboard.user.user.Users;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deleting a user, and undoing it (D6). */
@AdminOnly
@RestController
@RequestMapping(path = "/api/v1/users/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
class DeletionController {
  private static final String COMPANY = "company";
  private static final String UNASSIGNED = "unassigned";

  private final DeleteUser deleteUser;
  private final RestoreUser restoreUser;
  private final UserList users;

  DeletionController(DeleteUser deleteUser, RestoreUser restoreUser, UserList users) {
    this.deleteUser = deleteUser;
    this.restoreUser = restoreUser;
    this.users = users;
  }

  /** Body of POST /users/{id}/restore; it may be left out. */
  record RestoreRequest(@Nullable Boolean acceptCharges) {}

  @Operation(
      summary = "Delete a user",
      description =
          "He vanishes from the list, his sessions are dead within a second, his plan is no longer charged. It can"
              + " be undone for 72 hours; then messages and direct numbers go where this request says, and who he"
              + " was is erased.",
      responses = @ApiResponse(responseCode = "204", content = @Content))
  @DeleteMapping
  ResponseEntity<Void> delete(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "Who gets voice, text and fax messages: a user's id, or `company`.")
          @RequestParam(defaultValue = COMPANY)
          String messagesTo,
      @Parameter(description = "Who gets the direct numbers: a user's id, or `unassigned`.")
          @RequestParam(defaultValue = UNASSIGNED)
          String numbersTo,
      @Parameter(description = "Whether the plan slot stays with the account, open and paid.")
          @RequestParam(defaultValue = "false")
          boolean keepSlot) {
    UUID event =
        deleteUser.delete(
            caller,
            new DeleteUser.Command(
                id,
                receiver(messagesTo, COMPANY, "/messagesTo"),
                receiver(numbersTo, UNASSIGNED, "/numbersTo"),
                keepSlot));
    return ResponseEntity.noContent()
        .header(ConsistencyToken.HEADER, ConsistencyToken.of(event))
        .build();
  }

  @Operation(
      summary = "Undo a deletion",
      description =
          "The user is as he was before: state, plan, number, extension. When the slot that was kept has gone to"
              + " somebody else, it needs acceptCharges: 402 with a quote otherwise.")
  @PostMapping("/restore")
  ResponseEntity<UserResponse> restore(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable RestoreRequest request) {
    boolean acceptCharges = request != null && Boolean.TRUE.equals(request.acceptCharges());
    Users.Stored stored = restoreUser.restore(caller, id, acceptCharges);
    UserResponse body =
        users
            .find(stored.user().accountId(), id)
            .map(UserResponse::of)
            .orElseGet(() -> UserResponse.of(stored.user()));
    return ResponseEntity.ok()
        .eTag(Long.toString(body.version()))
        .header(ConsistencyToken.HEADER, ConsistencyToken.of(stored.eventId()))
        .body(body);
  }

  private static @Nullable UUID receiver(String text, String nobody, String pointer) {
    if (text.equals(nobody)) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.field(
          CommonError.INVALID, pointer, "Send the id of a user, or " + nobody + ".");
    }
  }
}
