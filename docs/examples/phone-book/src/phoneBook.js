/**
 * A phone book that grows from records of user.directory.v1, whatever comes twice, late or again from the start.
 * No Kafka in here: a record is { partition, offset, key, value }, its value text or null.
 */
export class PhoneBook {
  /** The offset that each partition goes on with. */
  #next;
  /** What is known of each user, by his id. */
  #users;

  constructor({ next = {}, users = {} } = {}) {
    this.#next = new Map(Object.entries(next).map(([partition, offset]) => [Number(partition), BigInt(offset)]));
    this.#users = new Map(Object.entries(users));
  }

  /** Takes a record in; true when the book is another one for it. */
  apply({ partition, offset, key, value }) {
    if (BigInt(offset) < this.nextOffset(partition)) return false; // read before
    this.#next.set(partition, BigInt(offset) + 1n);
    if (value === null) return this.#users.delete(key); // a tombstone: the user is gone
    const told = JSON.parse(value);
    const known = this.#users.get(key);
    if (known !== undefined && known.version >= told.version) return false; // told again: never back to an older state
    // Only what is needed here; what later versions of the contract add is nobody's harm.
    this.#users.set(key, {
      version: told.version,
      accountId: told.accountId,
      name: `${told.firstName} ${told.lastName}`,
      numbers: told.directNumbers,
      extension: told.extension ?? null,
      bridgeId: told.bridgeId ?? null,
      plan: told.plan ?? null,
    });
    return true;
  }

  nextOffset(partition) {
    return this.#next.get(partition) ?? 0n;
  }

  /** All that must be kept to go on later: what is known, and up to where it was read. */
  toJSON() {
    const next = [...this.#next].sort(([one], [other]) => one - other).map(([partition, offset]) => [partition, `${offset}`]);
    return { next: Object.fromEntries(next), users: Object.fromEntries(this.#users) };
  }

  /** The people, by name. */
  people() {
    return [...this.#users]
      .map(([userId, { version, ...person }]) => ({ userId, ...person }))
      .sort((one, other) => one.name.localeCompare(other.name) || (one.userId < other.userId ? -1 : 1));
  }
}
