package dev.wsdoc.evidence.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A search in a process of its own, which has none of the superuser's powers; only the superuser can give them up. */
final class PowerlessSearch {
    private PowerlessSearch() {}

    /** Why the server is out of reach. */
    static String at(InetSocketAddress address) throws IOException {
        ProcessBuilder search = new ProcessBuilder(
                        "setpriv",
                        "--bounding-set=-all",
                        "--inh-caps=-all",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PowerlessSearch.class.getName(),
                        String.valueOf(address.getPort()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try (BufferedReader answer = search.start().inputReader(UTF_8)) {
            String line = answer.readLine();
            Assumptions.assumeTrue(line != null, "setpriv may give up no powers here");
            return line;
        } catch (IOException e) {
            return Assumptions.abort("setpriv is missing");
        }
    }

    public static void main(String[] args) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        System.out.println(
                ServerSearch.at(address) instanceof Sighting.OutOfReach outOfReach ? outOfReach.why() : "it was seen");
    }
}
