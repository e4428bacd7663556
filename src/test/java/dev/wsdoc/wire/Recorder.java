package dev.wsdoc.wire;

import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Notes each event as one line, and the whole objects of the last ones. */
public final class Recorder implements WireListener {

    final List<String> events = new ArrayList<>();
    public UpgradeResponse response = new UpgradeResponse("", 0, "", List.of());
    public UpgradeRefusal refusal = UpgradeRefusal.of(UpgradeRefusal.Reason.CUT, 0, "nothing was refused");
    Violation violation = new Violation(0, "", "nothing was violated");
    ByteBuffer payload = ByteBuffer.allocate(0);

    private final Runnable atEachEvent;

    Recorder(Runnable atEachEvent) {
        this.atEachEvent = atEachEvent;
    }

    @Override
    public void opened(UpgradeResponse opened) {
        response = opened;
        note("opened");
    }

    @Override
    public void refused(UpgradeRefusal refused) {
        refusal = refused;
        note("refused " + refused.reason() + " " + refused.status());
    }

    @Override
    public void message(Opcode opcode, ByteBuffer whole) {
        payload = whole.duplicate();
        boolean text = opcode == Opcode.TEXT;
        note(opcode + " " + (text ? StandardCharsets.UTF_8.decode(whole) : hex(whole)));
    }

    @Override
    public void ping(ByteBuffer data) {
        note("PING " + hex(data));
    }

    @Override
    public void pong(ByteBuffer data) {
        note("PONG " + hex(data));
    }

    @Override
    public void closeReceived(int code, String reason) {
        note("CLOSE " + code + " " + reason);
    }

    @Override
    public void violation(Violation seen) {
        violation = seen;
        note("violation " + seen.closeCode() + " " + seen.section());
    }

    @Override
    public void ended() {
        note("ended");
    }

    private void note(String event) {
        events.add(event);
        atEachEvent.run();
    }

    private static String hex(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
