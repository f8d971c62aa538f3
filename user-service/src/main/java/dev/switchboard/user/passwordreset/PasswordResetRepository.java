package dev.switchboard.user.passwordreset;

import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * Links to set a new password. A look by secret is across accounts, because the link is all that
 * its holder has.
 */
interface PasswordResetRepository extends Repository<PasswordReset, UUID> {

  PasswordReset save(PasswordReset reset);

  @Query("select * from password_reset where token_hash = :tokenHash")
  Optional<PasswordReset> findByTokenHash(byte[] tokenHash);

  /** The generation of the user's newest link; 0 when he never had one. */
  @Query(
      """
      select coalesce(max(generation), 0) from password_reset
      where account_id = :accountId and user_id = :userId
      """)
  int newestGeneration(AccountId accountId, UserId userId);

  /** Ends the live link of a user, because a newer one takes its place. */
  @Modifying
  @Query(
      """
      update password_reset set state = 'SUPERSEDED', version = version + 1
      where account_id = :accountId and user_id = :userId and state = 'PENDING'
      """)
  int supersede(AccountId accountId, UserId userId);

  /** Ends the live link of a user, because it must not be used any more. */
  @Modifying
  @Query(
      """
      update password_reset set state = 'REVOKED', version = version + 1
      where account_id = :accountId and user_id = :userId and state = 'PENDING'
      """)
  int revoke(AccountId accountId, UserId userId);

  /** Uses the link up, by the database's clock; 1 for exactly one of all who try. */
  @Modifying
  @Query(
      """
      update password_reset set state = 'USED', version = version + 1
      where account_id = :accountId and token_hash = :tokenHash and state = 'PENDING'
        and expires_at > clock_timestamp()
      """)
  int consume(AccountId accountId, byte[] tokenHash);

  /** By the database's clock, as the consuming update judges it. */
  @Query(
      """
      select expires_at <= clock_timestamp() from password_reset
      where account_id = :accountId and token_hash = :tokenHash
      """)
  boolean isOver(AccountId accountId, byte[] tokenHash);

  /** Deletes all links of a user. */
  @Modifying
  @Query("delete from password_reset where account_id = :accountId and user_id = :userId")
  int deleteAll(AccountId accountId, UserId userId);
}
