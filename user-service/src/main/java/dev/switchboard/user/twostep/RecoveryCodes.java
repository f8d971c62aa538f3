package dev.switchboard.user.twostep;

import dev.switchboard.platform.crypto.RandomToken;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes on paper for whoever has lost his phone: 80 random bits each, used once, kept as hashes.
 */
@Component
class RecoveryCodes {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 10;
  private static final int GROUP = 4;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TwoStepProperties properties;

  RecoveryCodes(JdbcClient jdbc, Clock clock, TwoStepProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.properties = properties;
  }

  /** Makes new ones, which are told once; those before are void. */
  List<String> replace(UUID accountId, UUID userId) {
    delete(accountId, userId);
    List<String> codes =
        Stream.generate(RecoveryCodes::next).limit(properties.recoveryCodes()).toList();
    codes.forEach(code ->
        jdbc.sql("insert into recovery_code (account_id, user_id, code_hash) values (?, ?, ?)")
            .params(accountId, userId, hash(code))
            .update());
    return codes;
  }

  /** Uses one up; true for exactly one of all who try. */
  boolean use(UUID accountId, UUID userId, String code) {
    return jdbc.sql(
                """
                update recovery_code set used_at = ?
                where account_id = ? and user_id = ? and code_hash = ? and used_at is null
                """)
            .params(clock.instant().atOffset(ZoneOffset.UTC), accountId, userId, hash(code))
            .update()
        == 1;
  }

  /** How many the user has left. */
  int left(UUID accountId, UUID userId) {
    return jdbc.sql(
            "select count(*) from recovery_code where account_id = ? and user_id = ? and used_at is null")
        .params(accountId, userId)
        .query(Integer.class)
        .single();
  }

  void delete(UUID accountId, UUID userId) {
    jdbc.sql("delete from recovery_code where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }

  /** Such as {@code ABCD-EFGH-IJKL-MNOP}. */
  private static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String text = Base32.encode(bytes);
    return String.join(
        "-",
        IntStream.range(0, text.length() / GROUP)
            .mapToObj(group -> text.substring(group * GROUP, (group + 1) * GROUP))
            .toList());
  }

  /** However it was typed: in small letters, with or without hyphens and spaces. */
  private static byte[] hash(String code) {
    return RandomToken.hash(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }
}
