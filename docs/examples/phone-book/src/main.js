import { Kafka, logLevel } from 'kafkajs';
import { BookFile } from './bookFile.js';
import { read } from './reader.js';

const kafka = new Kafka({
  clientId: 'phone-book',
  brokers: (process.env.KAFKA ?? 'localhost:9092').split(','),
  logLevel: logLevel.WARN,
});

// One group for each copy of this program: each keeps a whole book.
const consumer = await read(kafka, process.env.GROUP ?? 'phone-book', new BookFile(process.env.BOOK ?? 'book.json'));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await consumer.disconnect();
    process.exit(0);
  });
}
