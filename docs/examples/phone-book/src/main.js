import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { BookFile } from './bookFile.js';
import { read } from './reader.js';

const kafka = new Kafka({
  clientId: 'phone-book',
  brokers: (process.env.KAFKA ?? 'localhost:9092').split(','),
  logLevel: logLevel.WARN,
});

// A group for each start: each copy keeps a whole book. The places are in the book's file, so the group has nothing to
// remember, and who starts again need not wait until Kafka misses the one that was killed.
const group = `${process.env.GROUP ?? 'phone-book'}-${randomUUID()}`;
const consumer = await read(kafka, group, new BookFile(process.env.BOOK ?? 'book.json'));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await consumer.disconnect();
    process.exit(0);
  });
}
