package dev.wsdoc.evidence.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of operating systems in the code pages that they are written in. */
class ForeignTextTest {
    private final LineDecoder decoder = new LineDecoder();

    private String decode(String text, String charset) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        return decoder.decode(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252 | java.io.IOException: Eine vorhandene Verbindung wurde vom Remotehost geschlossen – Gerät zurückgesetzt
            windows-1252 | ERROR Connexion ré-initialisée par le correspondant
            windows-1252 | Une connexion existante a dû être fermée par l’hôte distant
            ISO-8859-1   | Se ha forzado la interrupción de una conexión existente
            ISO-8859-1   | Conexão fechada: não foi possível
            ISO-8859-1   | é
            windows-1251 | ERROR java.io.IOException: Удаленный хост принудительно разорвал существующее подключение
            windows-1251 | Соединение разорвано другой стороной
            windows-1251 | Обрыв канала
            windows-1251 | ОШИБКА: Соединение сброшено
            IBM866       | Удаленный хост принудительно разорвал существующее подключение
            GBK          | java.io.IOException: 远程主机强迫关闭了一个现有的连接。
            GBK          | 你的主机中的软件中止了一个已建立的连接。
            GBK          | 断开的管道
            GBK          | ERROR 连接被对方重设
            UTF-8        | Verbindung vom Kommunikationspartner zurückgesetzt 连接
            UTF-8        | stays as it is: \ufffd
            """)
    void readsALineInItsCodePage(String charset, String text) {
        assertThat(decode(text, charset)).isEqualTo(text);
    }

    @Test
    void whatIsTooShortToTellIsReadAsTheRestOfTheLog() {
        decode("ОШИБКА: Удаленный хост принудительно разорвал существующее подключение", "windows-1251");
        assertThat(decode("я", "windows-1251")).isEqualTo("я");
    }

    @Test
    void damageDoesNotMakeAnotherEncodingOfUtf8() {
        byte[] bytes = "Сброс соединения x".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xff;
        assertThat(decoder.decode(bytes, 0, bytes.length)).isEqualTo("Сброс соединения \ufffd");
    }

    @Test
    void aLineOfRubbishDoesNotDecideForTheLog() {
        byte[] rubbish = new byte[200_000];
        Arrays.fill(rubbish, (byte) 0xff);
        decoder.decode(rubbish, 0, rubbish.length);
        String text = "远程主机强迫关闭了一个现有的连接。";
        IntStream.range(0, 4).forEach(i -> decode(text, "GBK"));
        assertThat(decode(text, "GBK")).isEqualTo(text);
    }
}
