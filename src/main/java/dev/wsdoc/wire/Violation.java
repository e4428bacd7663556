package dev.wsdoc.wire;

/**
 * A server broke the protocol.
 *
 * @param closeCode the close code to answer with (RFC 6455 7.4.1): 1002, 1007 or 1009
 * @param section the section of RFC 6455 that it broke, such as {@code 5.4}
 * @param what what it did, with the values
 */
public record Violation(int closeCode, String section, String what) {

    static Violation protocol(String section, String what) {
        return new Violation(CloseCode.PROTOCOL_ERROR, section, what);
    }
}
