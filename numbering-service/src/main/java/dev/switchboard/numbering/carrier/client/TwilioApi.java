package dev.switchboard.numbering.carrier.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The calls and fields of Twilio's API that are in use here. */
@HttpExchange("/2010-04-01/Accounts/{account}")
interface TwilioApi {

  /** Local numbers that can be bought, for calls, without an address. */
  @GetExchange(
      "/AvailablePhoneNumbers/{country}/Local.json?VoiceEnabled=true&ExcludeAllAddressRequired=true")
  AvailableList available(
      @PathVariable String account,
      @PathVariable String country,
      @RequestParam("PageSize") int pageSize,
      @RequestParam(name = "AreaCode", required = false) @Nullable String areaCode,
      @RequestParam(name = "Contains", required = false) @Nullable String contains,
      @RequestParam(name = "InLocality", required = false) @Nullable String locality);

  /** The operator's numbers that are this one: one or none. */
  @GetExchange("/IncomingPhoneNumbers.json")
  IncomingList owned(@PathVariable String account, @RequestParam("PhoneNumber") String phoneNumber);

  /** Buys a number; not idempotent. The form has PhoneNumber. */
  @PostExchange(
      value = "/IncomingPhoneNumbers.json",
      contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  Incoming buy(@PathVariable String account, @RequestBody MultiValueMap<String, String> form);

  /** Gives a number back. */
  @DeleteExchange("/IncomingPhoneNumbers/{sid}.json")
  void release(@PathVariable String account, @PathVariable String sid);

  /** One page. */
  record AvailableList(@JsonProperty("available_phone_numbers") List<Available> numbers) {

    public AvailableList {
      numbers = numbers == null ? List.of() : numbers;
    }
  }

  /** A number that can be bought. */
  record Available(
      @JsonProperty("phone_number") @Nullable String phoneNumber,
      @JsonProperty("locality") @Nullable String locality,
      @JsonProperty("region") @Nullable String region,
      @JsonProperty("iso_country") @Nullable String isoCountry) {}

  /** One page. */
  record IncomingList(@JsonProperty("incoming_phone_numbers") List<Incoming> numbers) {

    public IncomingList {
      numbers = numbers == null ? List.of() : numbers;
    }
  }

  /** A number of the operator's. */
  record Incoming(
      @JsonProperty("sid") String sid, @JsonProperty("phone_number") String phoneNumber) {}

  /**
   * What a refused call answers.
   *
   * @param code Twilio's own number of the error
   */
  record Refusal(@JsonProperty("code") int code) {}
}
