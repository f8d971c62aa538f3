package dev.switchboard.numbering.line;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Lines; each look takes the account. */
interface LineRepository extends Repository<Line, UUID> {

  Line save(Line line);

  @Query("select * from line where account_id = :accountId and user_id = :userId for update")
  Optional<Line> lock(UUID accountId, UUID userId);
}
