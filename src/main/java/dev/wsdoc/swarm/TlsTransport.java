package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.net.tls.TlsFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tlschannel.ClientTlsChannel;
import tlschannel.HeapBufferAllocator;
import tlschannel.NeedsReadException;
import tlschannel.NeedsWriteException;
import tlschannel.TlsChannel;

/** Bytes under TLS (RFC 8446, RFC 5246). Its buffers exist only while a record is in the works, so idle members hold none. */
final class TlsTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(TlsTransport.class);

    private final Tls tls;
    private final SSLEngine engine;
    private final TlsChannel channel;
    private boolean heard; // the server sent something

    private TlsTransport(SocketChannel channel, Tls tls, SSLEngine engine) {
        HeapBufferAllocator buffers = new HeapBufferAllocator();
        this.tls = tls;
        this.engine = engine;
        this.channel = ClientTlsChannel.newBuilder(channel, engine)
                .withEncryptedBufferAllocator(buffers)
                .withPlainBufferAllocator(buffers)
                .build();
    }

    static Transport.Maker to(Target target, Tls tls) {
        return channel -> new TlsTransport(channel, tls, tls.engine(target.host(), target.port()));
    }

    @Override
    public Progress prepare() throws TlsFailure {
        try {
            channel.handshake();
            return Progress.READY;
        } catch (NeedsReadException e) {
            return Progress.NEEDS_READ;
        } catch (NeedsWriteException e) {
            return Progress.NEEDS_WRITE;
        } catch (IOException e) {
            throw tls.explain(e);
        }
    }

    @Override
    public SSLSession session() {
        return engine.getSession();
    }

    @Override
    public int read(ByteBuffer in) throws IOException {
        try {
            int count = channel.read(in);
            if (count < 0 && !heard) {
                refuseSilentEnd();
            }
            heard |= count > 0;
            return count;
        } catch (NeedsReadException | NeedsWriteException e) {
            return 0; // what is still to be written goes with the next write
        } catch (IOException e) {
            throw heard ? e : tls.explain(e);
        }
    }

    /** In TLS 1.3 the client's handshake is over before the server looks at its certificate: RFC 8446 section 4.4.2.4. */
    private void refuseSilentEnd() throws TlsFailure {
        TlsFailure why = tls.unsaid();
        if (why != null) {
            throw why;
        }
    }

    /** The channel may be empty while decrypted or whole encrypted records wait; only a read that found none says so. */
    @Override
    public boolean mayHaveMore(int count, int capacity) {
        return count > 0;
    }

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
            return false; // the server renegotiates (TLS 1.2) and must be read first
        }
        try {
            channel.write(bytes);
            return !bytes.hasRemaining();
        } catch (NeedsReadException | NeedsWriteException e) {
            return false;
        }
    }

    /** A close_notify for a close_notify: RFC 5246 section 7.2.1. Who just ended the stream gets none. */
    @Override
    public void answerEnd() {
        if (channel.shutdownReceived()) {
            try {
                channel.shutdown();
            } catch (IOException e) {
                LOG.debug("The server's close_notify could not be answered", e);
            }
        }
    }
}
