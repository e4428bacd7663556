package dev.wsdoc.wire.handshake;

import dev.wsdoc.wire.frame.ByteGatherer;
import dev.wsdoc.wire.handshake.UpgradeRefusal.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to one upgrade request, whatever pieces it comes in, and says what it came to. Interim responses other
 * than 101 are skipped (RFC 7231 6.2). Lives until there is an answer.
 */
public final class HandshakeReader {

    private static final byte[] START = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);

    private static final byte TLS_ALERT = 21; // the record type: RFC 8446 section 5.1

    private final byte[] nonce16;
    private final Offer offer;
    private final int maxHeadBytes;
    private ByteGatherer head = new ByteGatherer();
    private int interimBytes;
    private boolean atLineStart;

    public HandshakeReader(byte[] nonce16, Offer offer, int maxHeadBytes) {
        AcceptKey.checkNonce(nonce16);
        this.nonce16 = nonce16;
        this.offer = offer;
        this.maxHeadBytes = maxHeadBytes;
    }

    /** Takes bytes up to the end of the answer, no further; null while there is more to come. */
    @Nullable
    public UpgradeOutcome receive(ByteBuffer in, AcceptKey accept) {
        while (in.hasRemaining()) {
            boolean whole = gather(in);
            if (!startsLikeHttp()) {
                return UpgradeRefusal.of(Reason.NOT_HTTP, 0, otherProtocol());
            }
            if (!whole && in.hasRemaining()) {
                return UpgradeRefusal.of(
                        Reason.HEAD_TOO_LARGE, 0, "no end of the head within " + maxHeadBytes + " bytes");
            }
            UpgradeOutcome answer = whole ? answer(accept) : null;
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /** The server ended its side before there was an answer. */
    public UpgradeRefusal cut() {
        String seen = head.size() == 0 ? "before its answer" : "within the head of its answer, after " + beginning();
        return UpgradeRefusal.of(Reason.CUT, 0, "the server ended the connection " + seen);
    }

    /** Takes what belongs to the head, as far as the limit allows; says whether the head is whole. */
    private boolean gather(ByteBuffer in) {
        int before = head.size();
        int start = in.position();
        head.take(in, Math.min(in.remaining(), maxHeadBytes - interimBytes - before), maxHeadBytes);
        int end = endOfHead(before);
        if (end < 0) {
            return false;
        }
        head.truncate(end);
        in.position(start + end - before);
        return true;
    }

    /** The index behind the blank line, or -1; a line ends in CR LF or in a bare LF (RFC 7230 3.5). */
    private int endOfHead(int from) {
        byte[] bytes = head.bytes();
        for (int i = from; i < head.size(); i++) {
            if (bytes[i] == '\n') {
                if (atLineStart) {
                    return i + 1;
                }
                atLineStart = true;
            } else if (bytes[i] != '\r') {
                atLineStart = false;
            }
        }
        return -1;
    }

    /** Judged at the first byte that differs: another protocol's banner may never hold a blank line. */
    private boolean startsLikeHttp() {
        int compared = Math.min(head.size(), START.length);
        return Arrays.equals(head.bytes(), 0, compared, START, 0, compared);
    }

    private @Nullable UpgradeOutcome answer(AcceptKey accept) {
        ResponseHeadParser parser = new ResponseHeadParser(head.latin1());
        UpgradeResponse response = parser.parse();
        if (response == null) {
            return UpgradeRefusal.of(Reason.NOT_HTTP, 0, parser.malformed());
        }
        if (response.status() < 200 && response.status() != 101) {
            interimBytes += head.size();
            head = new ByteGatherer();
            atLineStart = false;
            return null;
        }
        return HandshakeJudge.judge(response, nonce16, offer, accept);
    }

    private String otherProtocol() {
        return head.bytes()[0] == TLS_ALERT
                ? "a TLS alert, so it wants TLS; the URL begins with wss://"
                : "not HTTP/1, the answer begins with " + beginning();
    }

    private String beginning() {
        return Quote.of(head.latin1().strip());
    }
}
