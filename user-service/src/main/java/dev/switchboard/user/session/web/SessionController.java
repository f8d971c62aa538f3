package dev.switchboard.user.session.web;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.security.SupportToo;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.session.EndSession;
import dev.switchboard.user.session.OperatorSessions;
import dev.switchboard.user.session.SignIn;
import dev.switchboard.user.session.WhoIsSignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in, sign-out and the sessions of the signed-in user (A3, A4). */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions")
class SessionController {
  private static final Duration COOKIE_LIFE = Duration.ofDays(7);

  /** The value of the device cookie; the gateway, the only one who calls, passes it on. */
  private static final String DEVICE_HEADER = "X-Switchboard-Device";

  private final SignIn signIn;
  private final EndSession endSession;
  private final WhoIsSignedIn whoIsSignedIn;
  private final OperatorSessions operatorSessions;

  SessionController(
      SignIn signIn,
      EndSession endSession,
      WhoIsSignedIn whoIsSignedIn,
      OperatorSessions operatorSessions) {
    this.signIn = signIn;
    this.endSession = endSession;
    this.whoIsSignedIn = whoIsSignedIn;
    this.operatorSessions = operatorSessions;
  }

  @Operation(
      summary = "Sign in",
      description =
          "Sets the session cookie, and one that this browser is known by. Wrong address and wrong password answer"
              + " alike; 429 with Retry-After after too many failures. With two-step sign-in, a right password"
              + " without a code answers 401 auth.code-required.")
  @SecurityRequirements
  @PostMapping("/session")
  ResponseEntity<SessionResponse> signIn(
      @Valid @RequestBody SignInRequest request,
      @Parameter(hidden = true) @RequestHeader(name = DEVICE_HEADER, required = false)
          @Nullable String device) {
    SignIn.SignedIn signedIn =
        signIn.signIn(
            new SignIn.Command(request.email(), request.password(), request.code(), device));
    SessionResponse answer =
        Tenancy.as(signedIn.accountId(), () -> describe(signedIn.accountId(), signedIn.userId()));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.of(signedIn.session(), COOKIE_LIFE))
        .header(HttpHeaders.SET_COOKIE, DeviceCookie.of(signedIn.device()))
        .body(answer);
  }

  @Operation(
      summary = "Who is signed in",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      schema =
                          @Schema(oneOf = {SessionResponse.class, OperatorSessionResponse.class}))))
  @SupportToo
  @GetMapping("/session")
  ResponseEntity<?> current(Caller caller) {
    return ResponseEntity.ok(
        caller.role() == Caller.Role.SUPPORT
            ? OperatorSessionResponse.of(operatorSessions.employee(caller.userId()))
            : describe(caller.accountId(), caller.userId()));
  }

  @Operation(
      summary = "Sign out",
      description = "The session is dead everywhere within a second.",
      responses = @ApiResponse(responseCode = "204"))
  @SupportToo
  @DeleteMapping("/session")
  ResponseEntity<Void> signOut(Caller caller) {
    if (caller.role() == Caller.Role.SUPPORT) {
      operatorSessions.signOut(caller);
    } else {
      endSession.signOut(caller);
    }
    return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, SessionCookie.ended()).build();
  }

  @Operation(summary = "Own sessions", description = "The last used first; at most 200.")
  @GetMapping("/sessions")
  SessionsResponse sessions(Caller caller) {
    List<SessionsResponse.Item> items =
        endSession.sessionsOf(caller).stream()
            .map(session -> SessionsResponse.Item.of(session, caller.sessionId()))
            .toList();
    return new SessionsResponse(items, items.size(), null);
  }

  @Operation(
      summary = "End one of the own sessions",
      responses = @ApiResponse(responseCode = "204"))
  @DeleteMapping("/sessions/{id}")
  ResponseEntity<Void> end(Caller caller, @PathVariable UUID id) {
    endSession.end(caller, id);
    return ResponseEntity.noContent().build();
  }

  private SessionResponse describe(UUID accountId, UUID userId) {
    return SessionResponse.of(whoIsSignedIn.read(accountId, userId));
  }
}
