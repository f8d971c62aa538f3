package dev.switchboard.billing.usage;

import dev.switchboard.platform.paging.Page;
import java.time.YearMonth;
import java.util.List;

/**
 * Who has called how much in a month, who called most first.
 *
 * @param months of which the voice platform has told something, and the present one; the newest
 *     first
 * @param currency of the savings, ISO 4217
 */
public record MonthUsage(
    YearMonth month, List<YearMonth> months, String currency, Page<UserUsage> users) {}
