package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.Suggestion;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.talk.Said;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.FrameWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads what is typed: text to be said, or an order behind a slash; two slashes begin a text with one. */
final class Orders {
    /** Each with its words for people. */
    static final List<String> HELP = List.of(
            "/ping [TEXT]           ping, and see the round trip",
            "/pong [TEXT]           send a pong that nobody asked for",
            "/close [CODE] [REASON] close, with 1000 or another code",
            "/abrupt                die by a reset",
            "/drop                  die by a FIN, without a close frame",
            "/half-close            send a FIN, and read on",
            "/freeze                read and answer nothing any more",
            "/thaw                  read and answer again",
            "/binary HEX|@file      say a binary message",
            FrameWords.USAGE,
            "/stats                 what was said and heard so far",
            "/save FILE             write the last 1000 messages, to a HAR file if it ends with .har",
            "/FAULT                 suffer any fault that 'wsdoc faults' explains, such as /reserved-bits",
            "//text                 say /text",
            "Alt-Enter, or a backslash at the end of a line: the message goes on. Ctrl-D: close and leave.");

    private static final List<String> OWN =
            List.of("binary", "close", "frame", "help", "ping", "pong", "save", "stats", "thaw");

    private Orders() {}

    /** The names of all orders. */
    static List<String> names() {
        return Stream.concat(OWN.stream(), faults().map(Fault::name)).sorted().toList();
    }

    private static Stream<Fault> faults() {
        return Fault.all().stream().filter(fault -> fault.card().entrance() == Entrance.UPGRADED);
    }

    /** @throws IllegalArgumentException with one line that says what is wrong */
    static Order parse(String typed) {
        if (!typed.startsWith("/")) {
            return new Order.Say(Said.text(typed));
        }
        if (typed.startsWith("//")) {
            return new Order.Say(Said.text(typed.substring(1)));
        }
        int blank = typed.indexOf(' ');
        String name = blank < 0 ? typed.substring(1).strip() : typed.substring(1, blank);
        return order(name, blank < 0 ? "" : typed.substring(blank + 1));
    }

    private static Order order(String name, String rest) {
        return switch (name) {
            case "ping" -> new Order.Ping(control(rest));
            case "pong" -> new Order.Pong(control(rest));
            case "close" -> close(rest.strip());
            case "thaw" -> new Order.Thaw();
            case "binary" -> new Order.Say(Said.binary(binary(rest.strip())));
            case "frame" -> new Order.Frame(FrameWords.frame(rest));
            case "stats" -> new Order.Stats();
            case "save" -> save(rest.strip());
            case "help" -> new Order.Help();
            default -> new Order.Suffer(fault(name));
        };
    }

    private static ByteBuffer control(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > FrameWriter.MAX_CONTROL_PAYLOAD) {
            throw new IllegalArgumentException("that has " + bytes.length + " bytes; a ping or pong takes 125");
        }
        return ByteBuffer.wrap(bytes);
    }

    private static Order close(String rest) {
        String[] words = rest.split(" ", 2);
        if (rest.isEmpty()) {
            return new Order.Close(CloseCode.NORMAL, "");
        }
        boolean hasCode = words[0].matches("[0-9]{1,5}");
        int code = hasCode ? Integer.parseInt(words[0]) : CloseCode.NORMAL;
        String reason = !hasCode ? rest : words.length > 1 ? words[1] : "";
        FrameWriter.close(code, reason, 0); // says what is wrong with them
        return new Order.Close(code, reason);
    }

    private static byte[] binary(String words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("/binary HEX, or /binary @file");
        }
        return words.startsWith("@") ? PayloadWords.file(words) : PayloadWords.hex(words);
    }

    private static Order save(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("/save FILE");
        }
        return new Order.Save(PayloadWords.path(name));
    }

    private static Fault fault(String name) {
        return faults().filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no order /" + name + Suggestion.question(name, names()) + " (/help lists them)"));
    }
}
