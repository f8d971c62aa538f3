package dev.switchboard.numbering.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class ExtensionsTest extends NumberingTest {
  @Autowired private Extensions extensions;
  @Autowired private TransactionOperations transaction;

  private final AccountId account = new AccountId(Ids.next());

  @Test
  @DisplayName("F4 32 writers at once, as of several instances, get the 32 lowest codes")
  void manyWriters() {
    List<Callable<Integer>> calls =
        IntStream.range(0, 32).mapToObj(i -> (Callable<Integer>) this::allocate).toList();

    assertThat(atOnce(calls))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(101, 133).boxed().toList());
  }

  @Test
  @DisplayName("F4 codes given back and taken at once end with one holder each and no gap")
  void givingBackAmongWriters() {
    List<UserId> users = IntStream.range(0, 16).mapToObj(i -> newUser()).toList();
    List<Integer> codes = users.stream().map(this::allocate).toList();
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      UserId user = users.get(i);
      int code = codes.get(i);
      calls.add(() -> giveBack(code, user));
      calls.add(this::allocate);
    }

    atOnce(calls);
    IntStream.range(0, 4).forEach(i -> allocate());

    List<Integer> held =
        database()
            .sql("select code from extension where account_id = ? order by code")
            .param(account.value())
            .query(Integer.class)
            .list();
    assertThat(held).hasSize(20).doesNotHaveDuplicates().startsWith(101, 102, 103, 104);
  }

  @Test
  @DisplayName("F4 the lowest code that was given back is the next, then the first unused")
  void lowestFirst() {
    List<UserId> users = IntStream.range(0, 10).mapToObj(i -> newUser()).toList();
    users.forEach(this::allocate);
    giveBack(107, users.get(6));
    giveBack(103, users.get(2));

    assertThat(List.of(allocate(), allocate(), allocate())).containsExactly(103, 107, 111);
  }

  @Test
  @DisplayName("F4 a code that somebody else holds is not given back")
  void onlyOwnIsGivenBack() {
    UserId holder = newUser();
    int code = allocate(holder);

    giveBack(code, newUser());

    assertThat(allocate()).isEqualTo(102);
  }

  @Test
  @DisplayName(
      "F4 codes that were picked by hand, or reserved since they were given back, are passed")
  void passesTaken() {
    UserId first = newUser();
    allocate(first);
    insertByHand(102);
    insertByHand(103);
    giveBack(101, first);
    reserve(101, 101);

    assertThat(allocate()).isEqualTo(104);
  }

  @Test
  @DisplayName("F4 a code that was picked by hand and given back is given in its turn, once")
  void pickedByHandAndGivenBack() {
    UserId holder = insertByHand(104);
    giveBack(104, holder);

    assertThat(IntStream.range(0, 5).map(i -> allocate()).boxed())
        .containsExactly(101, 102, 103, 104, 105);
  }

  @Test
  @DisplayName("F4 never a service code, 933 or 988 in a whole run from 101 to four digits")
  void wholeRun() {
    reserve(120, 205);
    reserve(213, 906);
    reserve(914, 931);
    reserve(935, 985);
    List<Integer> codes = IntStream.range(0, 60).mapToObj(i -> allocate()).toList();

    assertThat(codes).isSorted().doesNotContain(211, 911, 933, 988).contains(119, 206, 999, 1000);
  }

  private int allocate() {
    return allocate(newUser());
  }

  private int allocate(UserId user) {
    return inTransaction(() -> extensions.allocate(account, user).code());
  }

  private int giveBack(int code, UserId user) {
    return inTransaction(() -> {
      extensions.giveBack(account, new Extension(code), user);
      return code;
    });
  }

  private int inTransaction(java.util.function.IntSupplier work) {
    return Tenancy.as(
        account.value(), () -> transaction.execute(status -> work.getAsInt()).intValue());
  }

  private UserId insertByHand(int code) {
    UserId holder = newUser();
    database()
        .sql(
            "insert into extension (account_id, code, holder_kind, holder_id) values (?, ?, 'USER', ?)")
        .params(account.value(), code, holder.value())
        .update();
    return holder;
  }

  private void reserve(int first, int last) {
    database()
        .sql("insert into extension_range (account_id, first, last) values (?, ?, ?)")
        .params(account.value(), first, last)
        .update();
  }

  private static UserId newUser() {
    return new UserId(Ids.next());
  }
}
