package dev.wsdoc.wire.frame;

import org.jspecify.annotations.Nullable;

/** What a frame is for: the defined opcodes of RFC 6455 5.2; 3 to 7 and 11 to 15 are reserved. */
public enum Opcode {
    CONTINUATION(0),
    TEXT(1),
    BINARY(2),
    CLOSE(8),
    PING(9),
    PONG(10);

    private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[16];

    static {
        for (Opcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** The four bits on the wire, 0 to 15. */
    public int code() {
        return code;
    }

    /** Close, ping and pong: at most 125 bytes, never fragmented (RFC 6455 5.5). */
    public boolean isControl() {
        return code >= 8;
    }

    /** Text and binary. */
    boolean beginsMessage() {
        return this == TEXT || this == BINARY;
    }

    /** The opcode of these four bits, or null where they are reserved or outside 0 to 15. */
    public static @Nullable Opcode of(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
