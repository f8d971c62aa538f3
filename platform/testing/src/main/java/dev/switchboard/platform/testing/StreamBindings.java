package dev.switchboard.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

/** The inputs of a service as its application.yaml says, without starting it. */
public final class StreamBindings {
  private static final String STREAM = "spring.cloud.stream.";
  private static final String DESTINATION = ".destination";

  private StreamBindings() {}

  /** The group that reads each topic, by the topic's name. */
  public static Map<String, String> groupsByTopic() {
    MutablePropertySources sources = new MutablePropertySources();
    applicationYaml().forEach(sources::addLast);
    PropertySourcesPropertyResolver settings = new PropertySourcesPropertyResolver(sources);
    String common = settings.getProperty(STREAM + "default.group", "none");
    return bindings(sources)
        .collect(
            Collectors.toMap(
                binding -> Objects.requireNonNull(settings.getProperty(binding + DESTINATION)),
                binding -> settings.getProperty(binding + ".group", common),
                (first, second) -> first + " and " + second,
                TreeMap::new));
  }

  private static Stream<String> bindings(MutablePropertySources sources) {
    return sources.stream()
        .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
        .filter(name -> name.startsWith(STREAM + "bindings.") && name.endsWith(DESTINATION))
        .map(name -> name.substring(0, name.length() - DESTINATION.length()))
        .distinct();
  }

  private static List<PropertySource<?>> applicationYaml() {
    try {
      return new YamlPropertySourceLoader()
          .load("application", new ClassPathResource("application.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
