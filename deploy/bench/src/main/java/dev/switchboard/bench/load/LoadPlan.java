package dev.switchboard.bench.load;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Which person belongs to which account. Half of the watched account's people come in one piece, as
 * an import brings them; the others come one by one between those of other accounts, as invitations
 * do, so that its rows lie far apart.
 *
 * @param account the watched account, which exists
 * @param members how many people it gets
 * @param total how many people there are, of all accounts
 * @param first the ordinal of the first person
 */
public record LoadPlan(long seed, UUID account, int members, int total, int first) {
  private static final int SMALLEST = 4;
  private static final int SPREAD = 60;

  /** Takes the people in the order in which they are stored. */
  public interface Visitor {
    /** A new account of another company, before its people. */
    void account(UUID accountId, int ordinal, Instant signedUpAt);

    /** A person; {@code index} counts within the account, from 0. */
    void person(UUID accountId, Person person, int index);
  }

  /** Walks over all of them; always in the same order. */
  public void walk(Visitor visitor) {
    if (members > total) {
      throw new IllegalArgumentException("more members than people");
    }
    People people = new People(seed);
    SplittableRandom random = new SplittableRandom(seed);
    int others = total - members;
    int atOnce = others == 0 ? members : members / 2;
    int importAt = others / 2;
    int oneByOne = members - atOnce;
    int member = 0;
    int next = first;
    UUID other = account;
    int accounts = 0;
    int left = 0;
    int index = 0;
    for (int i = 0; i < others; i++) {
      if (left == 0) {
        left = size(random);
        index = 0;
        Instant signedUpAt = people.get(next).createdAt();
        other = People.id(signedUpAt, random);
        visitor.account(other, accounts++, signedUpAt);
      }
      visitor.person(other, people.get(next++), index++);
      left--;
      if (i == importAt) {
        for (int j = 0; j < atOnce; j++) {
          visitor.person(account, people.get(next++), member++);
        }
      }
      while (member - (i >= importAt ? atOnce : 0) < (long) oneByOne * (i + 1) / others) {
        visitor.person(account, people.get(next++), member++);
      }
    }
    while (member < members) {
      visitor.person(account, people.get(next++), member++);
    }
  }

  /** Most companies are small. */
  private static int size(SplittableRandom random) {
    double u = random.nextDouble();
    return SMALLEST + (int) (SPREAD * u * u * u / (1.02 - u) / 4);
  }
}
