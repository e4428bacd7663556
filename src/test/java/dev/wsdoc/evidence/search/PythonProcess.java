package dev.wsdoc.evidence.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A Python script in a process of its own, which says on standard error on which port it listens; ended with its children. */
record PythonProcess(Process process, int port) implements AutoCloseable {
    /** What every script begins with: a function that listens and one that tells the port and stays. */
    private static final String PREFACE = """
            import os, socket, sys, time
            def listen(host, port=0):
                s = socket.socket(socket.AF_INET6 if ':' in host else socket.AF_INET)
                s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                s.bind((host, port))
                s.listen()
                return s
            def stay(s):
                sys.stderr.write('%d\\n' % s.getsockname()[1])
                sys.stderr.flush()
                time.sleep(300)
            """;

    static PythonProcess run(String script) throws IOException {
        return run(script, Redirect.DISCARD);
    }

    static PythonProcess run(String script, Redirect output) throws IOException {
        return start(output, List.of("python3", "-c", PREFACE + script));
    }

    /** In a network of its own; only the superuser may make one. */
    static PythonProcess inAnotherNetwork(String script) throws IOException {
        return start(Redirect.DISCARD, List.of("unshare", "-n", "python3", "-c", PREFACE + script));
    }

    /** Under another program's name, on a port that is in its command line as Docker has it there. */
    static PythonProcess called(Path folder, String name, String script) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path file = folder.resolve(name);
        Files.writeString(file, "#!" + interpreter() + "\n" + PREFACE + script, UTF_8);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return start(Redirect.DISCARD, List.of(file.toString(), "-host-port", String.valueOf(port)));
    }

    private static String interpreter() throws IOException {
        Process asked = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
        try (BufferedReader answer = asked.inputReader(UTF_8)) {
            return answer.readLine();
        }
    }

    private static PythonProcess start(Redirect output, List<String> words) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort(words.get(0) + " is missing");
        }
        String line = process.errorReader(UTF_8).readLine();
        Assumptions.assumeTrue(line != null && line.matches("[0-9]+"), () -> words.get(0) + " says " + line);
        return new PythonProcess(process, Integer.parseInt(line));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
