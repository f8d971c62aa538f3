package dev.switchboard.user.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user agent is in words that its owner knows, such as "Firefox on Windows". */
public final class DeviceName {
  /** The first that fits: what comes later is named by most browsers, whichever they are. */
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("SamsungBrowser/", "Samsung Internet"),
          new Mark("Vivaldi/", "Vivaldi"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("Firefox/", "Firefox"),
          new Mark("CriOS/", "Chrome"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"),
          new Mark("curl/", "curl"));

  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Android", "Android"),
          new Mark("Windows", "Windows"),
          new Mark("Macintosh", "Mac"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Linux", "Linux"));

  private DeviceName() {}

  /** The words; nothing of what the browser sent is among them. */
  public static String of(@Nullable String userAgent) {
    if (userAgent == null) {
      return "Unknown device";
    }
    String browser = find(BROWSERS, userAgent).orElse("Unknown browser");
    return find(SYSTEMS, userAgent)
        .map(system -> browser + " on " + system)
        .orElse(browser.startsWith("Unknown") ? "Unknown device" : browser);
  }

  private static Optional<String> find(List<Mark> marks, String userAgent) {
    return marks.stream()
        .filter(mark -> userAgent.contains(mark.text()))
        .map(Mark::name)
        .findFirst();
  }

  private record Mark(String text, String name) {}
}
