package dev.wsdoc.net.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.BiFunction;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Makes TLS sockets with the parameters of their host. Only connected ones: {@code HttpURLConnection} would undo the others. */
final class TunedSockets extends SSLSocketFactory {
    private final SSLSocketFactory maker;
    private final BiFunction<SSLParameters, String, SSLParameters> tuning;

    TunedSockets(SSLSocketFactory maker, BiFunction<SSLParameters, String, SSLParameters> tuning) {
        this.maker = maker;
        this.tuning = tuning;
    }

    private Socket tuned(Socket socket, String host) {
        SSLSocket secured = (SSLSocket) socket;
        secured.setSSLParameters(tuning.apply(secured.getSSLParameters(), host));
        return secured;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return tuned(maker.createSocket(socket, host, port, autoClose), host);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return tuned(maker.createSocket(host, port), host);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress source, int sourcePort) throws IOException {
        return tuned(maker.createSocket(host, port, source, sourcePort), host);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return tuned(maker.createSocket(host, port), host.getHostAddress());
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress source, int sourcePort) throws IOException {
        return tuned(maker.createSocket(host, port, source, sourcePort), host.getHostAddress());
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return maker.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return maker.getSupportedCipherSuites();
    }
}
