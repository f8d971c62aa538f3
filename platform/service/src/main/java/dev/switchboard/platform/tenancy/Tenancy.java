package dev.switchboard.platform.tenancy;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For which account this thread works. Every transaction that begins inside tells PostgreSQL, whose
 * row-level security then hides all other accounts' rows. Without it, a transaction sees no rows.
 */
public final class Tenancy {
  private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

  private Tenancy() {}

  /** Works for one account. */
  public static void as(UUID accountId, Runnable work) {
    within(new Scope(accountId), asSupplier(work));
  }

  /** Works for one account and returns the result. */
  public static <T extends @Nullable Object> T as(UUID accountId, Supplier<T> work) {
    return within(new Scope(accountId), work);
  }

  /** Works for the platform, across accounts: sign-in, links, and jobs only. */
  public static void asSystem(Runnable work) {
    within(new Scope(null), asSupplier(work));
  }

  /** Works for the platform, across accounts, and returns the result. */
  public static <T extends @Nullable Object> T asSystem(Supplier<T> work) {
    return within(new Scope(null), work);
  }

  static @Nullable Scope current() {
    return CURRENT.get();
  }

  private static Supplier<@Nullable Void> asSupplier(Runnable work) {
    return () -> {
      work.run();
      return null;
    };
  }

  private static <T extends @Nullable Object> T within(Scope scope, Supplier<T> work) {
    Scope before = CURRENT.get();
    CURRENT.set(scope);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** One account, or all of them. */
  record Scope(@Nullable UUID accountId) {}
}
