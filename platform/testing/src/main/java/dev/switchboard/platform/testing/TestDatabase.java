package dev.switchboard.platform.testing;

/**
 * A database for one test context.
 *
 * @param url JDBC URL
 * @param user the role that the service runs as
 * @param ownerUser the role that owns the tables and migrates
 * @param password of both
 * @param superuserUrl JDBC URL of the server's maintenance database
 */
public record TestDatabase(
    String url, String user, String ownerUser, String password, String superuserUrl) {}
