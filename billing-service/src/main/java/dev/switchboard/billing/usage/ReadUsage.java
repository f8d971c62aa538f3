package dev.switchboard.billing.usage;

import dev.switchboard.billing.preview.PreviewStatement;
import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.pricelist.PriceLists;
import dev.switchboard.billing.statement.PriceBook;
import dev.switchboard.billing.timeline.ReadHistory.Account;
import dev.switchboard.billing.usage.CallUsages.Row;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** E9: who has called how much in a month, and which plan would serve whom better. */
@Component
public class ReadUsage {
  private final CallUsages usages;
  private final AdviseUsers adviseUsers;
  private final PreviewStatement previewStatement;
  private final PriceLists priceLists;
  private final Clock clock;

  ReadUsage(
      CallUsages usages,
      AdviseUsers adviseUsers,
      PreviewStatement previewStatement,
      PriceLists priceLists,
      Clock clock) {
    this.usages = usages;
    this.adviseUsers = adviseUsers;
    this.previewStatement = previewStatement;
    this.priceLists = priceLists;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param month null: the present one in the account's time zone
   * @param advisedOnly only those for whom there is advice
   */
  public record Query(
      @Nullable YearMonth month, boolean advisedOnly, int limit, @Nullable String cursor) {}

  /** What is needed for each row. */
  private record Context(
      Account account, YearMonth present, List<YearMonth> told, PriceList prices) {}

  /**
   * One page, who called most first. Advice is of the last complete months, whatever month is
   * shown.
   *
   * @throws ProblemException {@code cursor.invalid}; {@code service.unavailable} while billing has
   *     not heard of the account
   */
  @Transactional(readOnly = true)
  public MonthUsage read(Caller caller, Query query) {
    Account account = previewStatement.account(caller.accountId());
    LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
    YearMonth present = YearMonth.from(today);
    YearMonth month = query.month() == null ? present : query.month();
    PriceBook prices = new PriceBook(priceLists.all());
    Context context =
        new Context(account, present, usages.months(account.accountId()), prices.on(today));
    return new MonthUsage(
        month,
        shown(context),
        prices.currency(),
        query.advisedOnly() ? advised(context, month, query) : all(context, month, query));
  }

  private static List<YearMonth> shown(Context context) {
    TreeSet<YearMonth> months = new TreeSet<>(context.told());
    months.add(context.present());
    return List.copyOf(months.descendingSet());
  }

  private Page<UserUsage> all(Context context, YearMonth month, Query query) {
    UUID accountId = context.account().accountId();
    String list = month.toString();
    Place behind = Place.behind(query.cursor(), list);
    List<UserUsage> found =
        withAdvice(context, usages.page(accountId, month, behind, query.limit() + 1));
    return page(found, usages.count(accountId, month), query.limit(), list);
  }

  /** What must be known of all to find some: the whole list is read. */
  private Page<UserUsage> advised(Context context, YearMonth month, Query query) {
    UUID accountId = context.account().accountId();
    String list = month + " advised";
    Place behind = Place.behind(query.cursor(), list);
    List<UserUsage> found =
        withAdvice(
                context, usages.page(accountId, month, Place.behind(null, list), Integer.MAX_VALUE))
            .stream()
            .filter(user -> user.advice() != null)
            .toList();
    List<UserUsage> rest =
        found.stream()
            .filter(user -> Place.of(user).isBehind(behind))
            .limit(query.limit() + 1L)
            .toList();
    return page(rest, found.size(), query.limit(), list);
  }

  private List<UserUsage> withAdvice(Context context, List<Row> rows) {
    Map<UUID, Advice> advice =
        adviseUsers.advise(
            context.account(), context.present(), context.told(), context.prices(), rows);
    return rows.stream()
        .map(row -> {
          Plan plan = row.plan();
          return new UserUsage(
              row.userId(),
              plan,
              row.minutes(),
              plan == null ? null : context.prices().plan(plan).includedMinutes(),
              row.calls(),
              advice.get(row.userId()));
        })
        .toList();
  }

  private static Page<UserUsage> page(List<UserUsage> found, long total, int limit, String list) {
    if (found.size() <= limit) {
      return new Page<>(found, total, null);
    }
    List<UserUsage> page = found.subList(0, limit);
    return new Page<>(page, total, Place.of(page.getLast()).cursor(list));
  }
}
