package dev.switchboard.user.profile.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.web.IfMatch;
import dev.switchboard.user.directory.ConsistencyToken;
import dev.switchboard.user.profile.EditUser;
import dev.switchboard.user.profile.NewValue;
import dev.switchboard.user.profile.ProfileProperties;
import dev.switchboard.user.profile.ReadUser;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.Mobile;
import dev.switchboard.user.user.UserError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One user, to read and to edit (D1, G1). */
@RestController
@RequestMapping(path = "/api/v1/users/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
class ProfileController {
  private final ReadUser readUser;
  private final EditUser editUser;
  private final ProfileProperties properties;

  ProfileController(ReadUser readUser, EditUser editUser, ProfileProperties properties) {
    this.readUser = readUser;
    this.editUser = editUser;
    this.properties = properties;
  }

  @Operation(summary = "Read a user", description = "For admins, and for the user himself.")
  @GetMapping
  ResponseEntity<ProfileResponse> read(Caller caller, @PathVariable UUID id) {
    return answer(readUser.read(caller, id), null);
  }

  @Operation(
      summary = "Edit a user",
      description =
          "Only what is sent changes. For admins, and for the user himself, who can't change the address. Needs"
              + " If-Match: 428 without, 412 when somebody else was faster. Another address of an invited person"
              + " voids the old link and sends a new one.")
  @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ProfileResponse> edit(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "The ETag that was read, or `*`.")
          @RequestHeader(name = IfMatch.HEADER, required = false)
          @Nullable String ifMatch,
      @Valid @RequestBody ProfileRequest request) {
    IfMatch seen = IfMatch.required(ifMatch);
    EditUser.Edited edited = editUser.edit(caller, command(id, request, seen));
    return answer(edited.details(), edited.eventId());
  }

  private EditUser.Command command(UUID id, ProfileRequest request, IfMatch seen) {
    String email = request.email();
    return new EditUser.Command(
        id,
        strip(request.firstName()),
        strip(request.lastName()),
        email == null ? null : Email.parse(email).orElseThrow(),
        mobile(request.mobile()),
        timeZone(request.timeZone()),
        language(request.language()),
        request.voicemailPin(),
        seen::includes);
  }

  private static @Nullable String strip(@Nullable String name) {
    return name == null ? null : name.strip();
  }

  private static @Nullable NewValue<Mobile> mobile(@Nullable NewValue<String> typed) {
    if (typed == null) {
      return null;
    }
    return typed.map(text ->
        Mobile.parse(text)
            .orElseThrow(() ->
                ProblemException.field(
                    UserError.MOBILE_INVALID,
                    "/mobile",
                    "There is no such number. Write it with its country code, as in +1 212 555 0187.")));
  }

  private static @Nullable String timeZone(@Nullable String name) {
    if (name != null && !ZoneId.getAvailableZoneIds().contains(name)) {
      throw ProblemException.field(CommonError.INVALID, "/timeZone", "There is no such time zone.");
    }
    return name;
  }

  private @Nullable String language(@Nullable String tag) {
    if (tag != null && !properties.languages().contains(tag)) {
      throw ProblemException.field(
          CommonError.INVALID,
          "/language",
          "Choose one of " + String.join(", ", properties.languages()) + ".");
    }
    return tag;
  }

  private static ResponseEntity<ProfileResponse> answer(
      ReadUser.Details details, @Nullable UUID eventId) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().eTag(Long.toString(details.user().version()));
    if (eventId != null) {
      answer.header(ConsistencyToken.HEADER, ConsistencyToken.of(eventId));
    }
    return answer.body(ProfileResponse.of(details));
  }
}
