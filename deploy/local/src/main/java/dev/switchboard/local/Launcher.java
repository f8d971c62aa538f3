package dev.switchboard.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The program behind {@code deploy/local/up}. */
public final class Launcher {

  private Launcher() {}

  /**
   * Starts the suite and stays until it is ended.
   *
   * @param arguments the project's folder, then the user's options
   */
  public static void main(String[] arguments) {
    List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
    if (options.contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    try {
      run(Options.parse(Path.of(arguments[0]), options));
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (IllegalStateException e) {
      System.err.println("Switchboard can't be started: " + e.getMessage());
      System.err.println("Cause: " + e.getCause());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Options options) throws InterruptedException {
    Progress progress = new Progress(System.out);
    Suite suite = Suite.start(options, progress);
    if (options.demo()) {
      createDemoAccount(suite, progress);
    }
    progress.tell("");
    progress.tell("  Mails:     " + suite.mailUrl());
    progress.tell("  Test cards at " + suite.paymentProvider().uri());
    if (options.demo()) {
      progress.tell("  Sign in:   " + DemoAccount.EMAIL + " / " + DemoAccount.PASSWORD);
    }
    progress.tell("  Data, logs: " + options.data().toAbsolutePath().normalize());
    progress.tell("  Ctrl-C ends it; the data stays.");
    progress.tell("");
    progress.tell("Switchboard is ready at " + suite.baseUrl());
    if (options.trainAot()) {
      suite.trainAot();
    }
    Thread.currentThread().join();
  }

  private static void createDemoAccount(Suite suite, Progress progress) {
    try {
      new DemoAccount(suite).create(progress);
    } catch (IOException | IllegalStateException e) {
      throw new UsageException("The demo account could not be made: " + e.getMessage());
    }
  }
}
