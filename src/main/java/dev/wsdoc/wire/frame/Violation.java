package dev.wsdoc.wire.frame;

/**
 * A server broke the protocol.
 *
 * @param closeCode the close code to answer with (RFC 6455 7.4.1): 1002, 1007 or 1009
 * @param section the section of RFC 6455 that it broke, such as {@code 5.4}; another RFC's with its name, such as
 *     {@code RFC 7692 7.2.2}
 * @param what what it did, with the values
 */
public record Violation(int closeCode, String section, String what) {

    /** The rule and the deed, such as {@code it broke RFC 6455 5.1: masked TEXT frame from a server}. */
    public String words() {
        return "it broke " + (section.startsWith("RFC ") ? "" : "RFC 6455 ") + section + ": " + what;
    }

    static Violation tooBig(long bytes, int limit) {
        return new Violation(
                CloseCode.TOO_BIG, "10.4", "message of at least " + bytes + " bytes, the limit is " + limit);
    }

    static Violation protocol(String section, String what) {
        return new Violation(CloseCode.PROTOCOL_ERROR, section, what);
    }
}
