import { PhoneBook } from './phoneBook.js';

export const topic = 'user.directory.v1';

/** Reads the topic into the book in the file, for ever: KafkaJS waits until a Kafka that is down is back. */
export async function read(kafka, groupId, file) {
  const ends = await offsets(kafka);
  let book = file.read();
  // A topic that ends before the place where we left is another one: made anew, or restored from a backup.
  if (ends.some(({ partition, high }) => book.nextOffset(partition) > BigInt(high))) book = new PhoneBook();
  file.write(book);

  // KafkaJS leaves out what a transaction has taken back, unless readUncommitted is asked for.
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 500 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  // Whenever partitions are dealt out, also after a lost connection: on from where the book is.
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    for (const partition of payload.memberAssignment[topic] ?? []) {
      consumer.seek({ topic, partition, offset: `${book.nextOffset(partition)}` });
    }
  });
  let written = Date.now();
  // Also when nothing happens for days, the file says that nothing was missed.
  consumer.on(consumer.events.FETCH, () => {
    if (Date.now() - written < 60_000) return;
    file.write(book);
    written = Date.now();
  });
  await consumer.run({
    autoCommit: false, // the offsets are in the file, with the book
    eachBatch: async ({ batch }) => {
      for (const { offset, key, value } of batch.messages) {
        book.apply({ partition: batch.partition, offset, key: key.toString(), value: value?.toString() ?? null });
      }
      file.write(book);
      written = Date.now();
    },
  });
  return consumer;
}

async function offsets(kafka) {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await admin.fetchTopicOffsets(topic);
  } finally {
    await admin.disconnect();
  }
}
