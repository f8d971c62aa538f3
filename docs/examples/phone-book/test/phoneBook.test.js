import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { PhoneBook } from '../src/phoneBook.js';

const contracts = new URL('../../../../contracts/', import.meta.url);
const partitions = 6;

/** Random numbers that are the same for the same seed. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % sides;
  };
}

function row(version, more = {}) {
  return { accountId: 'a', version, firstName: 'José', lastName: 'Okafor', directNumbers: [], ...more };
}

/** A topic as user-service writes it: lives of users, each in his partition, some of them ending, some beginning again. */
function topicOf(users, roll) {
  const log = Array.from({ length: partitions }, () => []);
  const lives = Array.from({ length: users }, (_, id) => ({ id, version: 0, rest: 1 + roll(9), there: false }));
  for (let alive = lives; alive.length > 0; alive = lives.filter(({ rest }) => rest > 0)) {
    const life = alive[roll(alive.length)];
    const partition = life.id % partitions;
    life.rest -= 1;
    life.version += 1;
    life.there = !life.there || roll(4) > 0;
    const value = life.there ? JSON.stringify(row(life.version, { extension: `${100 + roll(900)}` })) : null;
    // Transactions leave gaps between the offsets.
    const offset = (log[partition].at(-1)?.offset ?? -1) + 1 + roll(2);
    log[partition].push({ partition, offset, key: `user-${life.id}`, value });
  }
  return log;
}

function inOrder(log) {
  const book = new PhoneBook();
  log.flat().forEach((record) => book.apply(record));
  return book.people();
}

/** Reads partitions in turns and parts of them again; tells whether the book always was the one of the furthest places. */
function neverGoesBack(Book, seed) {
  const roll = dice(seed);
  const log = topicOf(12, roll);
  const book = new Book();
  const at = log.map(() => 0);
  const furthest = log.map(() => 0);
  while (at.some((next, partition) => next < log[partition].length)) {
    const partition = roll(partitions);
    if (at[partition] >= log[partition].length) continue;
    book.apply(log[partition][at[partition]]);
    furthest[partition] = Math.max(furthest[partition], at[partition] + 1);
    at[partition] = roll(5) === 0 ? roll(at[partition] + 1) : at[partition] + 1;
    const known = log.map((records, index) => records.slice(0, furthest[index]));
    if (!isDeepStrictEqual(book.people(), inOrder(known))) return false;
  }
  return isDeepStrictEqual(book.people(), inOrder(log));
}

/** A book that was left somewhere goes on with offsets of any earlier time; tells whether it ends as the others do. */
function endsAsTheOthers(Book, seed) {
  const roll = dice(seed);
  const log = topicOf(30, roll);
  const left = new Book();
  log.forEach((records) => records.slice(0, roll(records.length + 1)).forEach((record) => left.apply(record)));
  const kept = JSON.parse(JSON.stringify(left));
  for (const partition of Object.keys(kept.next)) kept.next[partition] = `${roll(Number(kept.next[partition]) + 1)}`;
  const book = new Book(kept);
  log.flat().forEach((record) => book.apply(record));
  return isDeepStrictEqual(book.people(), inOrder(log));
}

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

test('K2 the partitions in any order, and any part of them again: the book never goes back', () => {
  assert.deepEqual(seeds.filter((seed) => !neverGoesBack(PhoneBook, seed)), []);
});

test('K2 a book that was kept, with offsets of any earlier time, ends as the same', () => {
  assert.deepEqual(seeds.filter((seed) => !endsAsTheOthers(PhoneBook, seed)), []);
});

test('both are seen to fail with books that forget where they were, or that somebody is gone', () => {
  class WithoutOffsets extends PhoneBook {
    nextOffset() {
      return 0n;
    }
  }
  class WithoutTombstones extends PhoneBook {
    apply(record) {
      return record.value !== null && super.apply(record);
    }
  }
  assert.ok(seeds.some((seed) => !neverGoesBack(WithoutOffsets, seed)));
  assert.ok(seeds.some((seed) => !endsAsTheOthers(WithoutTombstones, seed)));
});

test('K2 the same, kept and read again, goes on where it was', () => {
  const log = topicOf(30, dice(7));
  const book = new PhoneBook();
  log.flat().forEach((record) => book.apply(record));
  const kept = new PhoneBook(JSON.parse(JSON.stringify(book)));
  assert.deepEqual(kept.people(), book.people());
  assert.equal(log.flat().some((record) => kept.apply(record)), false);
});

test('K2 an older version changes nothing, a tombstone removes, and who is restored is there again', () => {
  const book = new PhoneBook();
  const tell = (offset, value) => book.apply({ partition: 0, offset, key: 'u', value });
  assert.equal(tell(0, JSON.stringify(row(2, { plan: 'PLUS' }))), true);
  assert.equal(tell(1, JSON.stringify(row(1, { plan: 'BASIC' }))), false);
  assert.equal(tell(2, JSON.stringify(row(2, { plan: 'PRO' }))), false);
  assert.equal(book.people()[0].plan, 'PLUS');
  assert.equal(tell(3, null), true);
  assert.deepEqual(book.people(), []);
  assert.equal(tell(4, JSON.stringify(row(4, { plan: 'PRO' }))), true);
  assert.equal(tell(3, null), false);
  assert.equal(book.people()[0].plan, 'PRO');
});

test('K1 every example of the contract, of today and of release 1.0, is read', () => {
  for (const root of ['', 'released/1.0/']) {
    for (const name of ['full', 'minimal']) {
      const file = new URL(`${root}events/directory.changed/examples/${name}.json`, contracts);
      const value = readFileSync(file, 'utf8');
      const book = new PhoneBook();
      book.apply({ partition: 3, offset: '17', key: 'u', value });
      const [person] = book.people();
      assert.equal(person.name, 'José Okafor');
      assert.equal(person.extension, JSON.parse(value).extension ?? null);
      assert.deepEqual(person.numbers, JSON.parse(value).directNumbers);
    }
  }
});
