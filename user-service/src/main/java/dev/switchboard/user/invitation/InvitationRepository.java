package dev.switchboard.user.invitation;

import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * Invitations. A look by secret is across accounts, because the link is all that its holder has.
 */
interface InvitationRepository extends Repository<Invitation, UUID> {

  Invitation save(Invitation invitation);

  @Query("select * from invitation where token_hash = :tokenHash")
  Optional<Invitation> findByTokenHash(byte[] tokenHash);

  List<Invitation> findByAccountIdAndUserIdOrderByGenerationDesc(
      AccountId accountId, UserId userId);

  /** Ends the live link of a user, because a newer one takes its place. */
  @Modifying
  @Query(
      """
      update invitation set state = 'SUPERSEDED', version = version + 1
      where account_id = :accountId and user_id = :userId and state = 'PENDING'
      """)
  int supersede(AccountId accountId, UserId userId);

  /** Uses the link up, by the database's clock; 1 for exactly one of all who try. */
  @Modifying
  @Query(
      """
      update invitation set state = 'ACCEPTED', version = version + 1
      where account_id = :accountId and token_hash = :tokenHash and state = 'PENDING'
        and expires_at > clock_timestamp()
      """)
  int consume(AccountId accountId, byte[] tokenHash);

  /** Whether the user has a link that was not used, taken back or replaced. */
  @Query(
      """
      select exists (select from invitation
        where account_id = :accountId and user_id = :userId and state = 'PENDING')
      """)
  boolean hasLive(AccountId accountId, UserId userId);

  /** How many links the user has had. */
  @Query(
      """
      select coalesce(max(generation), 0) from invitation
      where account_id = :accountId and user_id = :userId
      """)
  int latestGeneration(AccountId accountId, UserId userId);

  /** Ends the live link of a user who is no longer invited. */
  @Modifying
  @Query(
      """
      update invitation set state = 'REVOKED', version = version + 1
      where account_id = :accountId and user_id = :userId and state = 'PENDING'
      """)
  int revoke(AccountId accountId, UserId userId);
}
