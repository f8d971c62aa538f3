package dev.switchboard.platform.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins each transaction with the account it works for (see {@link Tenancy}). */
final class TenantTransactionManager extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;

  TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Tenancy.Scope scope = Tenancy.current();
    if (scope == null) {
      return;
    }
    try {
      announce(scope);
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("Could not tell the account to PostgreSQL", e);
    }
  }

  private void announce(Tenancy.Scope scope) throws SQLException {
    if (TransactionSynchronizationManager.getResource(obtainDataSource())
        instanceof ConnectionHolder holder) {
      Connection connection = holder.getConnection();
      try (PreparedStatement statement =
          connection.prepareStatement("select set_config(?, ?, true)")) {
        boolean system = scope.accountId() == null;
        statement.setString(1, system ? "switchboard.system" : "switchboard.account");
        statement.setString(2, system ? "on" : String.valueOf(scope.accountId()));
        statement.execute();
      }
    }
  }
}
