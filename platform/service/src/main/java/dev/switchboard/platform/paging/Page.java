package dev.switchboard.platform.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most {@code limit} of them
 * @param total how many match in all
 * @param next the cursor of the next page, or null on the last
 */
public record Page<T>(List<T> items, long total, @Nullable String next) {}
