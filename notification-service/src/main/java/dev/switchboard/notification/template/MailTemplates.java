package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders the files {@code templates/<folder>/<language>/{subject.txt,html.html,text.txt}}.
 * Everything is escaped in HTML; what is right-to-left is fenced in plain text.
 */
public final class MailTemplates {
  private final ITemplateEngine engine = engine();

  /** The mail for this reader. */
  public RenderedMail render(MailModel model, Reader reader) {
    String folder = model.folder() + "/" + reader.language().tag() + "/";
    Map<String, String> facts = model.facts(reader);
    Context markup = new Context();
    markup.setVariables(Map.copyOf(facts));
    Context plain = new Context();
    plain.setVariables(fenced(facts));
    return new RenderedMail(
        CleanText.line(engine.process(folder + "subject.txt", plain)),
        engine.process(folder + "html.html", markup),
        engine.process(folder + "text.txt", plain));
  }

  private static Map<String, Object> fenced(Map<String, String> facts) {
    Map<String, Object> fenced = new HashMap<>();
    facts.forEach((name, value) -> fenced.put(name, CleanText.isolated(value)));
    return fenced;
  }

  private static ITemplateEngine engine() {
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.addTemplateResolver(files("*.html", TemplateMode.HTML));
    engine.addTemplateResolver(files("*.txt", TemplateMode.TEXT));
    return engine;
  }

  private static ClassLoaderTemplateResolver files(String names, TemplateMode mode) {
    ClassLoaderTemplateResolver files =
        new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
    files.setPrefix("templates/");
    files.setResolvablePatterns(java.util.Set.of(names));
    files.setTemplateMode(mode);
    files.setCharacterEncoding(StandardCharsets.UTF_8.name());
    files.setCacheable(true);
    return files;
  }
}
