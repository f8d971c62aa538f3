package dev.switchboard.user.profile;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a field is to be from now on.
 *
 * @param value null: it is to be empty
 */
public record NewValue<T>(@Nullable T value) {

  /** The same with another value in it; an empty one stays empty. */
  public <R> NewValue<R> map(Function<T, R> change) {
    T present = value;
    return new NewValue<>(present == null ? null : change.apply(present));
  }

  @Override
  public String toString() {
    return "NewValue";
  }
}
