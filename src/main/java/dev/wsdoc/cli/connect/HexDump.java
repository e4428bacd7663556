package dev.wsdoc.cli.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bytes as people read them: where, which, and what of them is text. */
final class HexDump {
    private static final int MOST_ROWS = 16;
    private static final int ADDRESS = 10;
    private static final int PER_BYTE = 4; // three for the digits, one for the character

    private HexDump() {}

    /**
     * As many rows as are worth reading.
     *
     * @param columns that a row may take
     */
    static List<String> of(byte[] bytes, int columns) {
        int perRow = columns >= ADDRESS + 16 * PER_BYTE + 2 ? 16 : columns >= ADDRESS + 8 * PER_BYTE + 2 ? 8 : 2;
        List<String> rows = new ArrayList<>();
        for (int at = 0; at < bytes.length && rows.size() < MOST_ROWS; at += perRow) {
            rows.add(row(bytes, at, perRow));
        }
        return rows;
    }

    private static String row(byte[] bytes, int from, int count) {
        StringBuilder digits = new StringBuilder(String.format(Locale.ROOT, "%08x  ", from));
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            boolean isThere = i < bytes.length;
            digits.append(isThere ? String.format(Locale.ROOT, "%02x ", bytes[i] & 0xff) : "   ");
            text.append(!isThere ? "" : bytes[i] >= ' ' && bytes[i] < 0x7f ? String.valueOf((char) bytes[i]) : ".");
        }
        return digits.append('|').append(text).append('|').toString();
    }
}
