package dev.wsdoc.net.tls;

/** Whether a server must prove who it is. */
public enum Verification {
    /** Its certificate must be valid, from a trusted issuer, and for the host that is asked: RFC 6125, RFC 2818 section 3.1. */
    FULL,
    /** Any certificate will do. */
    NONE
}
