package dev.switchboard.image;

/** What is named by the processor: images are made for that of the machine that builds. */
final class Machine {

  private Machine() {}

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  /** As OCI and Debian name it. */
  static String architecture() {
    return isArm() ? "arm64" : "amd64";
  }

  /** The folder of libraries. */
  static String triplet() {
    return isArm() ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
  }

  /** Where every program looks for the loader of libraries. */
  static String loader() {
    return isArm() ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2";
  }
}
