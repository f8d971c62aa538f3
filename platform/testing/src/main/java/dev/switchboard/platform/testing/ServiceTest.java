package dev.switchboard.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * An integration test of a whole service on a real PostgreSQL, Kafka and SMTP, over its HTTP
 * interface with {@code MockMvc} and over its topics with {@link TestTopics}. Contexts are shared
 * by all tests of a module: each test uses accounts of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ServiceEnvironment.class)
@Import(ServiceTestConfiguration.class)
public @interface ServiceTest {}
