package dev.wsdoc.cli.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.cli.command.Version;
import dev.wsdoc.model.Target;
import dev.wsdoc.talk.HarRecorder;
import dev.wsdoc.talk.Transcript;
import dev.wsdoc.talk.Turn;
import dev.wsdoc.talk.Turn.Speaker;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.handshake.Header;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Writes a transcript down: as HAR where the file's name says so, else a message on a line. */
record TalkSaver(Target target, List<Header> headers, Transcript transcript) {

    /** Returns how many messages were written. */
    int save(Path file) throws IOException {
        List<Turn> turns = transcript.turns();
        UpgradeResponse response = transcript.response();
        if (file.toString().endsWith(".har") && response != null) {
            saveHar(file, turns, response);
        } else {
            saveText(file, turns);
        }
        return turns.size();
    }

    private void saveHar(Path file, List<Turn> turns, UpgradeResponse response) throws IOException {
        try (HarRecorder har = new HarRecorder(Files.newOutputStream(file), Version.number())) {
            Instant begin = turns.isEmpty() ? Instant.now() : turns.get(0).at();
            har.begin(target.toString(), headers, begin, response);
            for (Turn turn : turns) {
                har.write(turn);
            }
        }
    }

    private static void saveText(Path file, List<Turn> turns) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            for (Turn turn : turns) {
                boolean isText = turn.message().opcode() == Opcode.TEXT;
                out.write(turn.at()
                        + (turn.speaker() == Speaker.US ? " > " : " < ")
                        + (isText
                                ? turn.message().text()
                                : "hex:"
                                        + HexFormat.of()
                                                .formatHex(turn.message().bytes())));
                out.newLine();
            }
        }
    }
}
