package dev.wsdoc.cli.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be learnt about the terminal without native code. Java's own {@code System.console()} tells only whether
 * input and output both are terminals, and since JDK 22 not even that.
 */
final class TerminalProbe {
    private static final int PATIENCE_MS = 500;
    private static final File TERMINAL = new File("/dev/tty");

    private TerminalProbe() {}

    /** Whether file descriptor 0 (stdin), 1 (stdout) or 2 (stderr) is a terminal. */
    static boolean isTerminal(int descriptor) {
        return isTerminal(descriptor, Path.of("/proc/self/fd/" + descriptor));
    }

    /** @param link to what the descriptor is open on, on systems that tell */
    static boolean isTerminal(int descriptor, Path link) {
        if (!Files.isSymbolicLink(link)) {
            return isTerminalSaysTest(descriptor);
        }
        try {
            String file = Files.readSymbolicLink(link).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /** Where there is no /proc: asks the shell, which inherits the descriptors. */
    private static boolean isTerminalSaysTest(int descriptor) {
        if (!TERMINAL.exists()) {
            return false;
        }
        try {
            Process test = new ProcessBuilder("test", "-t", String.valueOf(descriptor))
                    .inheritIO()
                    .start();
            return test.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS) && test.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether this is Windows, and standard input and output both are its console: there, Java can tell. */
    @SuppressWarnings("SystemConsoleNull") // the property brings its old meaning back
    static boolean isWindowsConsole() {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            return false;
        }
        System.setProperty(
                "jdk.console", "java.base"); // since JDK 22, Java has a console where there is none, unless told so
        return System.console() != null;
    }

    /** Columns of the controlling terminal as it is now, 0 when unknown. */
    static int columns() {
        return columns(System.getenv("COLUMNS"));
    }

    /** @param variable that a shell or a user may have set; null when it is not */
    static int columns(@Nullable String variable) {
        int wanted = number(variable);
        if (wanted > 0 || !TERMINAL.exists()) {
            return wanted;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.from(TERMINAL))
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return 0;
            }
            String[] rowsAndColumns = new String(stty.getInputStream().readAllBytes(), US_ASCII)
                    .strip()
                    .split(" ", 2);
            return rowsAndColumns.length == 2 ? number(rowsAndColumns[1]) : 0;
        } catch (IOException e) {
            return 0; // no stty, or no controlling terminal
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** The character set that the locale asks for. */
    static Charset charset() {
        return charset(System::getProperty);
    }

    /** @param properties of Java, null where it has none of that name */
    static Charset charset(Function<String, @Nullable String> properties) {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .flatMap(name -> Stream.ofNullable(properties.apply(name)))
                .filter(TerminalProbe::isCharset)
                .findFirst()
                .map(Charset::forName)
                .orElse(Charset.defaultCharset());
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }
}
