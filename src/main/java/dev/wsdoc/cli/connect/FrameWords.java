package dev.wsdoc.cli.connect;

import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** How somebody writes a frame: its opcode, what is to be wrong with it, its payload; such as {@code ping fin=0 rsv=4 hello}. */
final class FrameWords {
    static final String USAGE = "/frame OPCODE [fin=0] [rsv=0-7] [mask=none|HEX] [length=N] [TEXT|hex:00ff|@file]";

    static final List<String> OPTIONS = List.of("fin=", "rsv=", "mask=", "length=");

    private static final Map<String, Integer> OPCODES = Map.of(
            "continuation", Opcode.CONTINUATION.code(),
            "text", Opcode.TEXT.code(),
            "binary", Opcode.BINARY.code(),
            "close", Opcode.CLOSE.code(),
            "ping", Opcode.PING.code(),
            "pong", Opcode.PONG.code());

    private FrameWords() {}

    static List<String> opcodes() {
        return OPCODES.keySet().stream().sorted().toList();
    }

    /** @throws IllegalArgumentException with what is wrong with the words */
    static RawFrame frame(String words) {
        String[] parts = words.split(" ", 2);
        String left = parts.length > 1 ? parts[1] : "";
        int end = endOfOptions(left);
        RawFrame frame = RawFrame.of(Opcode.TEXT, PayloadWords.payload(left.substring(end)))
                .withOpcode(opcode(parts[0]))
                .withMask(ThreadLocalRandom.current().nextInt());
        for (String option : left.substring(0, end).split(" ", -1)) {
            frame = option.isEmpty() ? frame : with(frame, option);
        }
        return frame;
    }

    private static int endOfOptions(String words) {
        int at = 0;
        while (OPTIONS.stream().anyMatch(words.substring(at)::startsWith)) {
            int blank = words.indexOf(' ', at);
            if (blank < 0) {
                return words.length();
            }
            at = blank + 1;
        }
        return at;
    }

    private static int opcode(String word) {
        Integer known = OPCODES.get(word.toLowerCase(Locale.ROOT));
        return known == null ? (int) number("the opcode", word) : known;
    }

    private static RawFrame with(RawFrame frame, String option) {
        String value = option.substring(option.indexOf('=') + 1);
        return switch (option.charAt(0)) {
            case 'f' -> number("fin", value) == 0 ? frame.unfinished() : frame;
            case 'r' -> frame.withRsv((int) number("rsv", value));
            case 'l' -> frame.withClaimedLength(number("length", value));
            default -> value.equals("none") ? frame.unmasked() : frame.withMask(mask(value));
        };
    }

    private static int mask(String digits) {
        try {
            return Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("mask '" + digits + "' is neither none nor 8 hexadecimal digits", e);
        }
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " '" + text + "' is no number; " + USAGE, e);
        }
    }
}
