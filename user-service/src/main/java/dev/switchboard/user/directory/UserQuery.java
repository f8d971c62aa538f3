package dev.switchboard.user.directory;

import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.UserState;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list is to show (B4).
 *
 * @param ids empty: all
 * @param search words that all must occur in name, e-mail, number, extension or bridge; may be
 *     empty
 * @param plans empty: all
 * @param states empty: all
 * @param withoutNumber only users without a direct number
 * @param limit rows per page
 * @param cursor where the page before ended, or null
 */
public record UserQuery(
    Set<UUID> ids,
    String search,
    Set<Plan> plans,
    Set<UserState> states,
    boolean withoutNumber,
    SortOrder sort,
    int limit,
    @Nullable String cursor) {}
