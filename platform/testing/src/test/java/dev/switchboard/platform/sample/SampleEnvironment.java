package dev.switchboard.platform.sample;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Makes the sample's topics, publishes its keys and keeps the warnings of its start. */
final class SampleEnvironment
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Wire.createTopic(SampleApplication.TOPIC, 2, Map.of());
    Wire.createTopic(SampleApplication.DEAD_LETTERS, 2, Map.of());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "sample-environment", Map.of("SWITCHBOARD_JWKS_URI", SampleKeys.uri())));
    StartWarnings warnings = new StartWarnings();
    warnings.attach();
    context.addApplicationListener(event -> {
      if (event instanceof ApplicationReadyEvent) {
        warnings.detach();
      }
    });
    context.getBeanFactory().registerSingleton("startWarnings", warnings);
  }

  /** What the main thread warned of while the context started. */
  static final class StartWarnings extends AppenderBase<ILoggingEvent> {
    private final List<String> messages = new CopyOnWriteArrayList<>();

    List<String> messages() {
      return List.copyOf(messages);
    }

    private void attach() {
      Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
      setContext(root.getLoggerContext());
      setName("start-warnings");
      start();
      root.addAppender(this);
    }

    /** Hears nothing any more. */
    void detach() {
      ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
        messages.add(event.getLoggerName() + ": " + event.getFormattedMessage());
      }
    }
  }
}
