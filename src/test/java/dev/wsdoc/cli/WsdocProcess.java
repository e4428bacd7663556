package dev.wsdoc.cli;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** wsdoc in processes of its own, with real signals and pipes; ends those that still run when it is closed. */
final class WsdocProcess implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    Process start(String... args) throws IOException {
        return startWithHeap("2g", args);
    }

    /** @param heap the most that the process may take, such as {@code 64m} */
    Process startWithHeap(String heap, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                javaBinary(), "-Xmx" + heap, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        return add(new ProcessBuilder(command).start());
    }

    /** Runs a shell script to its end, at most 30 s. */
    Process shell(String script) throws IOException, InterruptedException {
        Process process = add(new ProcessBuilder("sh", "-c", script).start());
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IOException("'" + script + "' still runs after 30 s");
        }
        return process;
    }

    /** Sends a signal such as {@code INT}. */
    static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** How a shell script calls wsdoc. */
    static String java() {
        return "'" + javaBinary() + "' -cp '" + System.getProperty("java.class.path") + "' " + Main.class.getName();
    }

    /** How a shell script calls another class of the tests. */
    static String java(Class<?> main) {
        return "'" + javaBinary() + "' -XX:TieredStopAtLevel=1 -Xshare:auto -cp '"
                + System.getProperty("java.class.path") + "' " + main.getName();
    }

    private static String javaBinary() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }

    private Process add(Process process) {
        processes.add(process);
        return process;
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
