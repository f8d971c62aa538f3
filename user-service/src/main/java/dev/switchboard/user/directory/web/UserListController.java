package dev.switchboard.user.directory.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.AdminOnly;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.directory.ConsistencyToken;
import dev.switchboard.user.directory.SortOrder;
import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.directory.UserQuery;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.UserState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Users page's list, and one user of it (B1–B5). */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users")
class UserListController {
  private final UserList users;
  private final ConsistencyToken consistency;

  UserListController(UserList users, ConsistencyToken consistency) {
    this.users = users;
    this.consistency = consistency;
  }

  @Operation(
      summary = "List users",
      description =
          "Sorted by last name, then first name, unless `sort` says otherwise: lastName, firstName, email, plan,"
              + " extension, state or number, with `-` in front for descending. `search` looks for words in name,"
              + " e-mail, number, extension and bridge. Send the Consistency-Token of your last change to see it.")
  @AdminOnly
  @GetMapping
  UserListResponse list(
      Caller caller,
      @Parameter(description = "Only those of these users who are there.")
          @RequestParam(defaultValue = "")
          @Size(max = 200, message = "At most 200.")
          Set<UUID> id,
      @RequestParam(defaultValue = "") @Size(max = 200, message = "At most 200 characters.")
          String search,
      @RequestParam(defaultValue = "") Set<Plan> plan,
      @RequestParam(defaultValue = "") Set<UserState> state,
      @RequestParam(defaultValue = "false") boolean withoutNumber,
      @RequestParam(defaultValue = "lastName") String sort,
      @RequestParam(defaultValue = "50")
          @Min(value = 1, message = "At least 1.")
          @Max(value = 200, message = "At most 200.")
          int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String token) {
    SortOrder order =
        SortOrder.parse(sort)
            .orElseThrow(() ->
                ProblemException.field(
                    CommonError.INVALID, "/sort", "The list can't be sorted by this."));
    boolean stale = token != null && !consistency.await(token);
    return UserListResponse.of(
        users.read(
            new AccountId(caller.accountId()),
            new UserQuery(id, search, plan, state, withoutNumber, order, limit, cursor)),
        stale);
  }
}
