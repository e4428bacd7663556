package dev.wsdoc.cli.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * A terminal at which somebody types: entries with editing, history and completion, while other threads print above them. One thread reads;
 * from {@link #open} to {@link #close}, which leaves the terminal as it was. All that wsdoc has of JLine for typing is here.
 */
public final class Prompt implements AutoCloseable {
    /** Its own complaints, such as that it has found no good terminal, would stand between the lines; kept, or it would be forgotten. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private static final int LONGEST_LINE_KEPT = 4_096;
    private static final String CONTINUES = "\\";

    private final Terminal terminal;
    private final LineReader reader;
    private final String prompt;
    private volatile @Nullable Thread waiting;
    private volatile boolean leaving;

    /** What somebody did at the prompt. */
    public sealed interface Entry {
        /** An entry of one line or several. */
        record Typed(String text) implements Entry {}

        /** Ctrl-C; whether something was typed already. */
        record Interrupted(String typed) implements Entry {}

        /** Ctrl-D, or the terminal is gone, or {@link Prompt#leave} was called. */
        record Left() implements Entry {}
    }

    /** What may stand where somebody types. */
    public interface Completion {
        /**
         * All words that begin like this one.
         *
         * @param before the words before it
         */
        List<String> of(List<String> before, String word);
    }

    private Prompt(Terminal terminal, LineReader reader, String prompt) {
        this.terminal = terminal;
        this.reader = reader;
        this.prompt = prompt;
    }

    /**
     * Takes the process's terminal.
     *
     * @param history of what is typed, kept between runs; null for none
     */
    public static Prompt open(String prompt, @Nullable Path history, Completion completion) throws IOException {
        JLINE.setLevel(Level.OFF);
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .providers("jni,exec") // native libraries come out of the jar; FFM would need JDK 22
                .encoding(TerminalProbe.charset())
                .nativeSignals(true)
                .build();
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("wsdoc")
                .parser(new Entries())
                .history(new BriefHistory())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%M. ")
                .completer((reader, line, candidates) -> complete(completion, line, candidates));
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        LineReader reader = builder.build();
        bindKeys(reader);
        if (terminal.getType()
                .startsWith(Terminal.TYPE_DUMB)) { // JLine leaves Ctrl-C there to Java, which ends at once
            Signals.register(Signal.INT.name(), () -> terminal.raise(Signal.INT));
        }
        return new Prompt(terminal, reader, prompt);
    }

    private static void complete(Completion completion, ParsedLine line, List<Candidate> candidates) {
        List<String> before = line.words().subList(0, line.wordIndex());
        String word = line.word().substring(0, line.wordCursor());
        completion.of(before, word).forEach(value -> candidates.add(new Candidate(value)));
    }

    /** Alt-Enter breaks the line; Ctrl-D on a later line that is empty takes the entry back. */
    private static void bindKeys(LineReader reader) {
        reader.getWidgets().put("wsdoc-line-break", () -> {
            reader.getBuffer().write("\n");
            return true;
        });
        reader.getWidgets().put("wsdoc-take-back", () -> takeBack(reader));
        KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
        keys.bind(new Reference("wsdoc-line-break"), KeyMap.alt('\r'), KeyMap.alt('\n'));
        keys.bind(new Reference("wsdoc-take-back"), KeyMap.ctrl('D'));
    }

    private static boolean takeBack(LineReader reader) {
        Buffer typed = reader.getBuffer();
        if (typed.cursor() == typed.length() && typed.prevChar() == '\n') {
            return typed.clear();
        }
        reader.callWidget(LineReader.DELETE_CHAR_OR_LIST);
        return true;
    }

    /** An entry goes on where its line ends with a backslash; nothing else in it means anything. */
    private static final class Entries extends DefaultParser {
        Entries() {
            setQuoteChars(new char[0]);
            setEscapeChars(new char[0]);
        }

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            if (context == ParseContext.ACCEPT_LINE && line.endsWith(CONTINUES)) {
                throw new EOFError(-1, -1, "the entry goes on", "");
            }
            return super.parse(line, cursor, context);
        }
    }

    /** Keeps what somebody may want to have again: no pasted files. */
    private static final class BriefHistory extends DefaultHistory {
        @Override
        public void add(Instant time, String line) {
            if (line.length() <= LONGEST_LINE_KEPT) {
                super.add(time, line);
            }
        }
    }

    /** Waits for the next entry; thread of its owner. */
    public Entry read() {
        waiting = Thread.currentThread(); // before the look at what leave() says, which looks the other way round
        try {
            if (leaving) {
                return new Entry.Left();
            }
            return new Entry.Typed(reader.readLine(prompt).replace(CONTINUES + "\n", "\n"));
        } catch (UserInterruptException e) {
            return leaving ? new Entry.Left() : new Entry.Interrupted(e.getPartialLine());
        } catch (EndOfFileException e) {
            return new Entry.Left();
        } finally {
            waiting = null;
            if (leaving) {
                boolean unused = Thread.interrupted(); // it was meant for the reader
            }
        }
    }

    /** Ends whoever reads, now and ever after. Any thread. */
    public void leave() {
        leaving = true;
        Thread reading = waiting;
        if (reading != null) {
            reading.interrupt();
        }
    }

    /** Prints lines above the prompt; any thread. */
    public void above(String lines) {
        reader.printAbove(lines);
    }

    /** How wide the terminal is now. */
    public int columns() {
        int columns = terminal.getSize().getColumns();
        return columns > 0 ? columns : Console.WIDTH_IF_UNKNOWN;
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
