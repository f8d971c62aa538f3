package dev.switchboard.paymentprovider;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code application/x-www-form-urlencoded} with the brackets of the interface: {@code
 * metadata[name]=value} is a member of an object, {@code expand[]=value} and {@code
 * expand[0]=value} are elements of a list. All values are text.
 */
final class Form {

  private Form() {}

  /**
   * The parameters as one JSON object.
   *
   * @throws ApiError when names can't be understood
   */
  static ObjectNode read(@Nullable String encoded) {
    ObjectNode form = Json.MAPPER.createObjectNode();
    if (encoded == null || encoded.isEmpty()) {
      return form;
    }
    for (String pair : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      put(form, path(decode(parts[0])), parts.length == 2 ? decode(parts[1]) : "");
    }
    return form;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiError.invalid("The form can't be read.", null);
    }
  }

  private static List<String> path(String name) {
    List<String> path = new ArrayList<>();
    int bracket = name.indexOf('[');
    path.add(bracket < 0 ? name : name.substring(0, bracket));
    while (bracket >= 0) {
      int end = name.indexOf(']', bracket);
      if (end < 0 || path.size() > 1) {
        throw ApiError.invalid("The name of a parameter can't be read.", name);
      }
      path.add(name.substring(bracket + 1, end));
      bracket = name.indexOf('[', end);
    }
    return path;
  }

  private static void put(ObjectNode form, List<String> path, String value) {
    String name = path.getFirst();
    if (path.size() == 1) {
      form.put(name, value);
      return;
    }
    String member = path.getLast();
    boolean isElement = member.chars().allMatch(Character::isDigit);
    JsonNode parent = form.get(name);
    if (isElement) {
      (parent instanceof ArrayNode list ? list : form.putArray(name)).add(value);
    } else {
      (parent instanceof ObjectNode members ? members : form.putObject(name)).put(member, value);
    }
  }
}
