package dev.switchboard.user.persistence;

import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.plan.SlotId;
import dev.switchboard.user.user.Email;
import dev.switchboard.user.user.Mobile;
import dev.switchboard.user.user.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;

/** Stores typed ids as uuid and addresses as text. */
@Configuration(proxyBeanMethods = false)
class TypedValues {

  @Bean
  JdbcCustomConversions jdbcCustomConversions() {
    return JdbcCustomConversions.of(
        JdbcPostgresDialect.INSTANCE,
        List.of(
            new WriteAccountId(),
            new ReadAccountId(),
            new WriteUserId(),
            new ReadUserId(),
            new WriteSlotId(),
            new ReadSlotId(),
            new WriteEmail(),
            new ReadEmail(),
            new WriteMobile(),
            new ReadMobile()));
  }

  @WritingConverter
  private static final class WriteAccountId implements Converter<AccountId, UUID> {
    @Override
    public UUID convert(AccountId id) {
      return id.value();
    }
  }

  @ReadingConverter
  private static final class ReadAccountId implements Converter<UUID, AccountId> {
    @Override
    public AccountId convert(UUID value) {
      return new AccountId(value);
    }
  }

  @WritingConverter
  private static final class WriteUserId implements Converter<UserId, UUID> {
    @Override
    public UUID convert(UserId id) {
      return id.value();
    }
  }

  @ReadingConverter
  private static final class ReadUserId implements Converter<UUID, UserId> {
    @Override
    public UserId convert(UUID value) {
      return new UserId(value);
    }
  }

  @WritingConverter
  private static final class WriteSlotId implements Converter<SlotId, UUID> {
    @Override
    public UUID convert(SlotId id) {
      return id.value();
    }
  }

  @ReadingConverter
  private static final class ReadSlotId implements Converter<UUID, SlotId> {
    @Override
    public SlotId convert(UUID value) {
      return new SlotId(value);
    }
  }

  @WritingConverter
  private static final class WriteEmail implements Converter<Email, String> {
    @Override
    public String convert(Email email) {
      return email.value();
    }
  }

  @ReadingConverter
  private static final class ReadEmail implements Converter<String, Email> {
    @Override
    public Email convert(String value) {
      return new Email(value);
    }
  }

  @WritingConverter
  private static final class WriteMobile implements Converter<Mobile, String> {
    @Override
    public String convert(Mobile mobile) {
      return mobile.value();
    }
  }

  @ReadingConverter
  private static final class ReadMobile implements Converter<String, Mobile> {
    @Override
    public Mobile convert(String value) {
      return new Mobile(value);
    }
  }
}
