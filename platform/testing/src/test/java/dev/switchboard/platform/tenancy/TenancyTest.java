package dev.switchboard.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.SampleTokens;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TenancyTest extends SampleTest {
  private final UUID ours = UUID.randomUUID();
  private final UUID theirs = UUID.randomUUID();

  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void addThings() {
    post(SampleTokens.admin(ours), "key", thing("our desk"));
    post(SampleTokens.admin(theirs), "key", thing("their desk"));
  }

  @Test
  @DisplayName("a transaction without an account sees no row, changes none and adds none")
  void withoutAccount() {
    assertThat(names()).isEmpty();
    assertThat(rename()).isZero();
    assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> add(ours));
    assertThat(jdbc.sql("select count(*) from thing").query(Integer.class).single()).isZero();
  }

  @Test
  @DisplayName("with an account it sees, changes and adds only the account's rows")
  void withAccount() {
    Tenancy.as(
        ours,
        () -> {
          assertThat(names()).containsExactly("our desk");
          assertThat(rename()).isEqualTo(1);
          assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> add(theirs));
          assertThat(inTransaction(() -> add(ours))).isEqualTo(1);
          assertThat(
                  inTransaction(() ->
                      jdbc.sql("delete from thing where account_id = ?").param(theirs).update()))
              .isZero();
        });
    Tenancy.as(theirs, () -> assertThat(names()).containsExactly("their desk"));
  }

  @Test
  @DisplayName("the same over HTTP, where the statement names no account")
  void overHttp() {
    assertThat(call(to("/api/v1/things", SampleTokens.user(ours))).body())
        .isEqualTo("{\"items\":[\"our desk\"]}");
    assertThat(call(to("/api/v1/things", SampleTokens.user(UUID.randomUUID()))).body())
        .isEqualTo("{\"items\":[]}");
  }

  @Test
  @DisplayName("work for the platform sees all accounts; what is nested in it sees less again")
  void asSystem() {
    Tenancy.asSystem(() -> {
      assertThat(names()).contains("our desk", "their desk");
      Tenancy.as(ours, () -> assertThat(names()).containsExactly("our desk"));
      assertThat(names()).contains("our desk", "their desk");
    });
    assertThat(names()).isEmpty();
  }

  @Test
  @DisplayName("the account ends with its work, also after an error, on every pooled connection")
  void ends() throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Tenancy.as(
                ours,
                () -> {
                  names();
                  throw new IllegalStateException("failed");
                }));
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<List<String>>> all =
          IntStream.range(0, 200)
              .mapToObj(
                  i -> threads.submit(() -> i % 2 == 0 ? Tenancy.as(ours, this::names) : names()))
              .toList();
      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).get()).hasSize(i % 2 == 0 ? 1 : 0);
      }
    }
  }

  @Test
  @DisplayName("the service's role owns no table and can't switch the wall off")
  void roleOwnsNothing() {
    assertThat(
            jdbc.sql("select count(*) from pg_tables where tableowner = current_user")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single())
        .isFalse();
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> jdbc.sql("alter table thing disable row level security").update());
  }

  private List<String> names() {
    return inTransaction(() -> jdbc.sql("select name from thing").query(String.class).list());
  }

  private int rename() {
    return inTransaction(() -> jdbc.sql("update thing set name = name").update());
  }

  private int add(UUID account) {
    return inTransaction(() ->
        jdbc.sql("insert into thing (account_id, id, name) values (?, ?, 'new')")
            .params(account, UUID.randomUUID())
            .update());
  }

  private <T> T inTransaction(Supplier<T> work) {
    @Nullable T result = new TransactionTemplate(transactions).execute(status -> work.get());
    return java.util.Objects.requireNonNull(result);
  }
}
