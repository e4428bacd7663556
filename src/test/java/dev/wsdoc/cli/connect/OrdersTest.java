package dev.wsdoc.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.talk.Said;
import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatHasNoSlashIsSaid() {
        assertThat(Orders.parse("hello /ping")).isEqualTo(new Order.Say(Said.text("hello /ping")));
        assertThat(Orders.parse("//ping")).isEqualTo(new Order.Say(Said.text("/ping")));
        assertThat(Orders.parse(" two\nlines ")).isEqualTo(new Order.Say(Said.text(" two\nlines ")));
    }

    @Test
    void ordersTakeWhatFollowsThem() {
        assertThat(Orders.parse("/ping")).isEqualTo(new Order.Ping(bytes("")));
        assertThat(Orders.parse("/ping a b")).isEqualTo(new Order.Ping(bytes("a b")));
        assertThat(Orders.parse("/pong x")).isEqualTo(new Order.Pong(bytes("x")));
        assertThat(Orders.parse("/thaw")).isEqualTo(new Order.Thaw());
        assertThat(Orders.parse("/stats ")).isEqualTo(new Order.Stats());
        assertThat(Orders.parse("/help")).isEqualTo(new Order.Help());
        assertThat(Orders.parse("/save a b.har")).isEqualTo(new Order.Save(Path.of("a b.har")));
        assertThat(Orders.parse("/binary 00 ff:10")).isEqualTo(new Order.Say(Said.binary(new byte[] {0, -1, 16})));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /close              | 1000 | ''
            /close 1001         | 1001 | ''
            /close 4000 bye now | 4000 | bye now
            /close see you      | 1000 | see you
            """)
    void aCloseHasACodeAndAReason(String typed, int code, String reason) {
        assertThat(Orders.parse(typed)).isEqualTo(new Order.Close(code, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abrupt", "drop", "half-close", "freeze", "reserved-bits", "close-then-reset"})
    void faultsAreOrders(String name) {
        assertThat(Orders.parse("/" + name)).isEqualTo(new Order.Suffer(Fault.named(name)));
    }

    @Test
    void aFileIsABinaryMessage(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("x"), new byte[] {1, 2});
        assertThat(Orders.parse("/binary @" + file)).isEqualTo(new Order.Say(Said.binary(new byte[] {1, 2})));
        assertThatThrownBy(() -> Orders.parse("/binary @" + folder.resolve("none")))
                .hasMessageEndingWith("none: no such file");
        assertThatThrownBy(() -> Orders.parse("/binary @" + folder)).hasMessageStartingWith("cannot read");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            /pnig               => there is no order /pnig; did you mean 'ping'? (/help lists them)
            /slow-handshake     => there is no order /slow-handshake (/help lists them)
            /                   => there is no order / (/help lists them)
            /binary             => /binary HEX, or /binary @file
            /binary 0           => '0' is not an even number of hexadecimal digits, such as 00ff10
            /save               => /save FILE
            /close 1006         => close code 1006 may not be sent
            /frame nonsense     => the opcode 'nonsense' is no number; /frame OPCODE [fin=0] [rsv=0-7] [mask=none|HEX] [length=N] [TEXT|hex:00ff|@file]
            /frame 16           => opcode is 16, allowed are 0 to 15
            /frame text rsv=8   => rsv is 8, allowed are 0 to 7
            /frame text mask=xy => mask 'xy' is neither none nor 8 hexadecimal digits
            """)
    void whatIsWrongIsSaid(String typed, String complaint) {
        assertThatThrownBy(() -> Orders.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint);
    }

    @Test
    void controlFramesHaveTheirLimit() {
        assertThatThrownBy(() -> Orders.parse("/ping " + "x".repeat(126)))
                .hasMessage("that has 126 bytes; a ping or pong takes 125");
        assertThatThrownBy(() -> Orders.parse("/close 1000 " + "x".repeat(124)))
                .hasMessage("close reason of 124 bytes, at most 123 are allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text mask=00000000 hi           | 81 82 00000000 6869
            ping fin=0 rsv=4 mask=none hi   | 49 02 6869
            7 mask=none                     | 87 00
            binary length=500 mask=none hex:00ff | 82 7e 01f4 00ff
            text mask=none fin=0            | 01 00
            text mask=none  two             | 81 04 2074776f
            """)
    void framesAreWrittenAsTheyAreAsked(String words, String hex) {
        ByteBuffer frame =
                ((Order.Frame) Orders.parse("/frame " + words)).frame().encode();
        byte[] out = new byte[frame.remaining()];
        frame.get(out);
        assertThat(HexFormat.of().formatHex(out)).isEqualTo(hex.replace(" ", ""));
    }

    @Test
    void ordinaryFramesAreMasked() {
        assertThat(((Order.Frame) Orders.parse("/frame pong x")).frame())
                .matches(frame -> frame.masked() && frame.opcode() == Opcode.PONG.code());
    }

    @Test
    void ordersAndWhatTheyTakeAreCompleted(@TempDir Path folder) throws Exception {
        OrderCompletion completion = new OrderCompletion();
        Files.createDirectory(folder.resolve("deep"));
        Files.createFile(folder.resolve("data"));

        assertThat(completion.of(List.of(), "/p")).contains("/ping", "/pong");
        assertThat(completion.of(List.of(), "p")).isEmpty();
        assertThat(completion.of(List.of("/close"), "10")).containsExactly("1000", "1001");
        assertThat(completion.of(List.of("/close", "1000"), "b")).isEmpty();
        assertThat(completion.of(List.of("/frame"), "p")).containsExactly("ping", "pong");
        assertThat(completion.of(List.of("/frame", "ping"), "r")).containsExactly("rsv=");
        assertThat(completion.of(List.of("/binary"), "@" + folder + "/d"))
                .containsExactly("@" + folder + "/data", "@" + folder + "/deep/");
        assertThat(completion.of(List.of("/binary"), "00")).isEmpty();
        assertThat(completion.of(List.of("/save"), folder + "/da")).containsExactly(folder + "/data");
        assertThat(completion.of(List.of("/save"), folder + "/none/x")).isEmpty();
        assertThat(completion.of(List.of("/stats"), "")).isEmpty();
    }

    @Test
    void helpNamesEveryOrderOfItsOwn() {
        assertThat(String.join("\n", Orders.HELP))
                .contains("/ping", "/pong", "/close", "/abrupt", "/drop", "/half-close", "/freeze", "/thaw")
                .contains("/binary", "/frame", "/stats", "/save");
    }
}
