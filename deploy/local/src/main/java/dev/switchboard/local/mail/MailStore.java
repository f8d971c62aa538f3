package dev.switchboard.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Keeps mails as files; a mail is on the disk before {@link #keep} returns. */
final class MailStore {
  private final Path folder;
  private final List<StoredMail> mails = new ArrayList<>();
  private long sequence;

  MailStore(Path folder) {
    this.folder = folder;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
        mails.add(read(file));
        sequence = Long.parseLong(file.getFileName().toString().substring(0, 12));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first line of a file is the recipient, the rest the mail as it came. */
  synchronized void keep(String to, byte[] content) throws IOException {
    Instant now = Instant.now();
    sequence++;
    Path file = folder.resolve("%012d-%d.eml".formatted(sequence, now.toEpochMilli()));
    Path unfinished = folder.resolve("unfinished");
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap((to + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.write(ByteBuffer.wrap(content));
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    mails.add(StoredMail.parse(to, content, now));
  }

  /** All mails, or those to this address; the newest last. */
  synchronized List<StoredMail> mails(String to) {
    String address = to.toLowerCase(Locale.ROOT);
    return mails.stream()
        .filter(mail -> address.isEmpty() || mail.to().toLowerCase(Locale.ROOT).equals(address))
        .toList();
  }

  private static StoredMail read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = 0;
    while (bytes[end] != '\n') {
      end++;
    }
    String name = file.getFileName().toString();
    long at = Long.parseLong(name.substring(13, name.length() - ".eml".length()));
    return StoredMail.parse(
        new String(bytes, 0, end, StandardCharsets.UTF_8),
        java.util.Arrays.copyOfRange(bytes, end + 1, bytes.length),
        Instant.ofEpochMilli(at));
  }
}
