import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BookFile } from '../src/bookFile.js';
import { PhoneBook } from '../src/phoneBook.js';

const value = JSON.stringify({ accountId: 'a', version: 1, firstName: 'Ada', lastName: 'Ngata', directNumbers: [] });
const day = 24 * 60 * 60 * 1000;

test('K2 a book goes on after a pause, and anew after one that tombstones do not outlive', () => {
  const file = new BookFile(join(mkdtempSync(join(tmpdir(), 'phone-book-')), 'book.json'));
  assert.deepEqual(file.read().people(), []);
  const book = new PhoneBook();
  book.apply({ partition: 0, offset: '41', key: 'u', value });
  file.write(book, 0);

  assert.equal(file.read(5 * day).nextOffset(0), 42n);
  assert.equal(file.read(5 * day).people().length, 1);
  assert.equal(file.read(7 * day).nextOffset(0), 0n);
  assert.deepEqual(file.read(7 * day).people(), []);
});
