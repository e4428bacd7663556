package dev.wsdoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.OwnFailures;
import dev.wsdoc.cli.terminal.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** What a failure of any kind becomes: one line and an exit code. */
class ErrorReporterTest {
    private final StringWriter err = new StringWriter();
    private final PrintWriter writer = new PrintWriter(err);
    private final ErrorReporter reporter = new ErrorReporter(new Main(Console.of(writer, writer), OwnFailures.watch()));

    private void tells(Throwable e, ExitCode code, String line) {
        err.getBuffer().setLength(0);
        assertThat(reporter.handle(e, writer)).isEqualTo(code);
        assertThat(err).hasToString("wsdoc: " + line + System.lineSeparator());
    }

    @Test
    void aCommandsOwnFailureSpeaksForItself() {
        tells(CommandFailure.wrongUsage("--top 0 is too few"), ExitCode.WRONG_USAGE, "--top 0 is too few");
    }

    @Test
    void ioIsNamedByItsMessageHoweverItComes() {
        tells(new IOException("app.log is gone"), ExitCode.COULD_NOT_RUN, "app.log is gone");
        tells(new UncheckedIOException(new IOException("app.log is gone")), ExitCode.COULD_NOT_RUN, "app.log is gone");
        tells(new IOException(), ExitCode.COULD_NOT_RUN, "IOException");
    }
}
