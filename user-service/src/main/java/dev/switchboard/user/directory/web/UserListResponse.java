package dev.switchboard.user.directory.web;

import dev.switchboard.user.directory.UserList;
import dev.switchboard.user.plan.Plan;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of users with the open slots of the account.
 *
 * @param total of all pages
 * @param next cursor of the next page, or null
 * @param stale true when the change that the request waited for has not arrived yet
 */
record UserListResponse(
    List<UserResponse> items,
    long total,
    @Nullable String next,
    List<OpenSlot> openSlots,
    boolean stale) {

  /** A slot that an invitation can fill at no further cost. */
  record OpenSlot(UUID id, Plan plan) {}

  static UserListResponse of(UserList.Result result, boolean stale) {
    return new UserListResponse(
        result.rows().stream().map(UserResponse::of).toList(),
        result.total(),
        result.next(),
        result.openSlots().stream().map(slot -> new OpenSlot(slot.id(), slot.plan())).toList(),
        stale);
  }
}
