package dev.wsdoc.net.tls;

import java.io.IOException;

/** TLS did not come about; the message is one line for people that says why and what to do. */
public final class TlsFailure extends IOException {
    private static final long serialVersionUID = 1L;

    TlsFailure(String line, Throwable cause) {
        super(line, cause);
    }

    TlsFailure(String line) {
        super(line);
    }
}
