import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { PhoneBook } from './phoneBook.js';

/** The topic keeps tombstones for 7 days. Who was away for longer may have missed that somebody is gone. */
const longestAbsence = 6 * 24 * 60 * 60 * 1000;

/**
 * Book and offsets in one file that is replaced as a whole: after a crash both are as they were, and fit each other.
 * Offsets kept by Kafka could be ahead of the book, or behind it.
 */
export class BookFile {
  #path;

  constructor(path) {
    this.#path = path;
  }

  /** The book as it was left; an empty one when there is none, or when it has been left for too long. */
  read(now = Date.now()) {
    if (!existsSync(this.#path)) return new PhoneBook();
    const { upToDateAt, ...state } = JSON.parse(readFileSync(this.#path, 'utf8'));
    return now - upToDateAt > longestAbsence ? new PhoneBook() : new PhoneBook(state);
  }

  write(book, now = Date.now()) {
    const file = openSync(`${this.#path}.new`, 'w');
    try {
      writeSync(file, JSON.stringify({ upToDateAt: now, ...book.toJSON() }));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(`${this.#path}.new`, this.#path);
  }
}
