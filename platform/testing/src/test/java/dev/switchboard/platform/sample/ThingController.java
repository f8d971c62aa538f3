package dev.switchboard.platform.sample;

import dev.switchboard.platform.idempotency.Idempotency;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.security.SupportOnly;
import dev.switchboard.platform.security.SupportToo;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every way in which a controller answers or fails. */
@RestController
@RequestMapping(path = "/api/v1/things", produces = MediaType.APPLICATION_JSON_VALUE)
class ThingController {
  private static final int PART = 50_000;

  private final Things things;
  private final Idempotency idempotency;

  ThingController(Things things, Idempotency idempotency) {
    this.things = things;
    this.idempotency = idempotency;
  }

  record Owner(@NotBlank @Size(max = 20) String email) {}

  record NewThing(@NotBlank String name, @NotNull @Valid Owner owner, int size) {}

  record Thing(UUID id, String name) {}

  record Names(List<String> items) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> add(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody NewThing request) {
    return idempotency.once(
        caller,
        key,
        request,
        () -> {
          if (request.size() < 0) {
            throw new ProblemException(CommonError.INVALID, "A size is not negative.");
          }
          UUID id = things.add(caller.accountId(), request.name());
          return ResponseEntity.created(URI.create("/api/v1/things/" + id))
              .body(new Thing(id, request.name()));
        });
  }

  @GetMapping
  @Transactional(readOnly = true)
  public Names list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(defaultValue = "name") String sort,
      @RequestParam(required = false) @Nullable String cursor) {
    if (cursor != null) {
      Cursor.decode(cursor, sort, 2);
    }
    return new Names(things.names().stream().limit(limit).toList());
  }

  @GetMapping("/{id}")
  Thing get(@PathVariable UUID id) {
    throw new ProblemException(CommonError.NOT_FOUND, "There is no such thing.");
  }

  @DeleteMapping("/{id}")
  @AdminOnly
  void delete(@PathVariable UUID id) {}

  @GetMapping("/whoever")
  @SupportToo
  Names whoever() {
    return new Names(List.of());
  }

  @GetMapping("/support")
  @SupportOnly
  Names support() {
    return new Names(List.of());
  }

  /** Fails when a part of the answer is on its way. */
  @GetMapping("/broken")
  void breakOff(HttpServletResponse response) throws IOException {
    response.getOutputStream().write(new byte[PART]);
    response.flushBuffer();
    throw new IllegalStateException("inner text");
  }

  /** Fails as asked. */
  @GetMapping("/failures/{kind}")
  Names fail(@PathVariable String kind) {
    throw switch (kind) {
      case "stale" -> new OptimisticLockingFailureException("inner text");
      case "down" -> new DataAccessResourceFailureException("inner text");
      case "rollback" -> new TransactionSystemException("inner text");
      case "later" ->
          new ProblemException(CommonError.UNAVAILABLE, "Later.").retryAfter(Duration.ofSeconds(7));
      case "quote" -> new ProblemException(CommonError.INVALID, "Dear.").with("quote", 100);
      default -> new IllegalStateException("inner text");
    };
  }
}
