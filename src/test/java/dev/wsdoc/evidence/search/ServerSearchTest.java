package dev.wsdoc.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.Integration;
import dev.wsdoc.evidence.search.Sighting.Nobody;
import dev.wsdoc.evidence.search.Sighting.OutOfReach;
import dev.wsdoc.evidence.search.Sighting.Seen;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who listens on a port, among real processes. */
@Integration
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class ServerSearchTest {
    private static final String ON_ITS_PORT = "s = listen('127.0.0.1', int(sys.argv[2]));";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0.0.0.0, 127.0.0.1",
        "0.0.0.0, 127.0.0.7",
        "::, 127.0.0.1",
        "::ffff:127.0.0.1, 127.0.0.1",
        "::1, ::1",
        "::, ::1"
    })
    void findsTheProcessThatListens(String host, String target) throws Exception {
        try (PythonProcess server = PythonProcess.run("stay(listen('" + host + "'))")) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(target), server.port());

            assertThat(ServerSearch.at(address))
                    .isEqualTo(new Seen(server.process().pid(), "python3 -c", ""));
        }
    }

    @Test
    void whoNamesTheAddressGoesBeforeWhoTakesAll() throws Exception {
        try (PythonProcess exact = PythonProcess.run("stay(listen('127.0.0.1'))");
                PythonProcess all = PythonProcess.run("stay(listen('0.0.0.0', " + exact.port() + "))")) {
            assertThat(ServerSearch.at(exact.address()))
                    .isEqualTo(new Seen(exact.process().pid(), "python3 -c", ""));
            assertThat(ServerSearch.at(new InetSocketAddress("127.0.0.7", all.port())))
                    .isEqualTo(new Seen(all.process().pid(), "python3 -c", ""));
        }
    }

    @Test
    void workersThatInheritedTheListenerAreTheirMasters() throws Exception {
        try (PythonProcess server = PythonProcess.run("""
                s = listen('127.0.0.1')
                for i in range(2):
                    if os.fork() == 0:
                        time.sleep(300)
                stay(s)
                """)) {
            assertThat(ServerSearch.at(server.address()))
                    .isEqualTo(new Seen(server.process().pid(), "python3 -c", ""));
        }
    }

    @Test
    void workersThatListenEachForThemselvesAreTheirMastersThoughItDoesNot() throws Exception {
        try (PythonProcess server = PythonProcess.run("""
                s = listen('127.0.0.1')
                port = s.getsockname()[1]
                heard, said = os.pipe()
                for i in range(2):
                    if os.fork() == 0:
                        s.close()
                        mine = listen('127.0.0.1', port)
                        os.write(said, b'x')
                        time.sleep(300)
                os.read(heard, 1)
                os.read(heard, 1)
                sys.stderr.write('%d\\n' % port)
                s.close()
                sys.stderr.flush()
                time.sleep(300)
                """)) {
            assertThat(ServerSearch.at(server.address()))
                    .isEqualTo(new Seen(server.process().pid(), "python3 -c", ""));
        }
    }

    @Test
    void ofStrangersThatShareAPortItIsTheOldestAndThatIsSaid() throws Exception {
        try (PythonProcess older = PythonProcess.run("stay(listen('127.0.0.1'))");
                PythonProcess younger = PythonProcess.run("stay(listen('127.0.0.1', " + older.port() + "))")) {
            assertThat(younger.port()).isEqualTo(older.port());
            assertThat(ServerSearch.at(older.address()))
                    .isEqualTo(new Seen(
                            older.process().pid(),
                            "python3 -c",
                            "of 2 that listen on port " + older.port() + ", the oldest"));
        }
    }

    @Test
    void wsdocItselfIsNotTheServer() throws Exception {
        try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ServerSearch.at(new InetSocketAddress(here.getInetAddress(), here.getLocalPort())))
                    .isEqualTo(new Nobody());
        }
    }

    @Test
    void onAnotherMachineNobodyIsLookedFor() throws Exception {
        InetAddress documentation = InetAddress.getByName("192.0.2.1"); // RFC 5737
        assertThat(ServerSearch.at(new InetSocketAddress(documentation, 80))).isEqualTo(new Nobody());
        assertThat(ServerSearch.at(InetSocketAddress.createUnresolved("no-such-host", 80)))
                .isEqualTo(new Nobody());
    }

    @Test
    void aProxyIsNotTakenForTheApplication() throws Exception {
        try (PythonProcess proxy = PythonProcess.called(folder, "haproxy", ON_ITS_PORT + "stay(s)")) {
            assertThat(why(proxy))
                    .startsWith("process " + proxy.process().pid() + " (python3 haproxy) listens on port "
                            + proxy.port() + " for the application and is not examined")
                    .contains("--pid N");
        }
    }

    @Test
    void behindDockersProxyIsAContainerWhoseLogCanBeHad() throws Exception {
        try (PythonProcess proxy = PythonProcess.called(folder, "docker-proxy", ON_ITS_PORT + "stay(s)")) {
            assertThat(why(proxy))
                    .contains("(python3 docker-proxy) brings port " + proxy.port() + " out of a container")
                    .contains("--log-command 'docker logs -f --tail 0 NAME'")
                    .contains("'docker ps --filter publish=" + proxy.port() + "'");
        }
    }

    /** wsdoc without the superuser's powers, where the server gave up being the superuser: neither may look at the other. */
    @Test
    void whatMayNotBeSeenIsSaid() throws Exception {
        try (PythonProcess server = PythonProcess.run("s = listen('127.0.0.1'); os.setuid(65534); stay(s)")) {
            assertThat(PowerlessSearch.at(server.address()))
                    .startsWith("the process that listens on port " + server.port()
                            + " is out of reach: what the processes of"
                            + " user 0 have open may not be seen; run wsdoc as that user, or name it with --pid N; if it is"
                            + " a container's, --log-command 'docker logs");
        }
    }

    @Test
    void dockersProxyIsKnownByItsCommandLineWhereNoMoreMayBeSeen() throws Exception {
        String script = ON_ITS_PORT + "os.setuid(65534); stay(s)";
        try (PythonProcess proxy = PythonProcess.called(folder, "docker-proxy", script)) {
            assertThat(PowerlessSearch.at(proxy.address()))
                    .contains("(python3 docker-proxy) brings port " + proxy.port() + " out of a container");
        }
    }

    @Test
    void aServerInAnotherNetworkIsOutOfReach() throws Exception {
        try (PythonProcess server = PythonProcess.inAnotherNetwork("stay(listen('0.0.0.0'))")) {
            assertThat(why(server))
                    .contains("lives in another network")
                    .contains("--log-command 'docker logs -f --tail 0 NAME'");
        }
    }

    @Test
    void whereNobodyListensSomethingForwards() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThat(ServerSearch.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                .isInstanceOfSatisfying(
                        OutOfReach.class, sighting -> assertThat(sighting.why()).contains("it is forwarded"));
    }

    private static String why(PythonProcess process) {
        return ((OutOfReach) ServerSearch.at(process.address())).why();
    }
}
