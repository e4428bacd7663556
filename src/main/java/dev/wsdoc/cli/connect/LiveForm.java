package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.terminal.Prompt;
import dev.wsdoc.cli.terminal.Prompt.Entry;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.Printable;
import dev.wsdoc.talk.Talk;
import dev.wsdoc.talk.TalkEnd;
import dev.wsdoc.talk.TalkStats;
import dev.wsdoc.wire.frame.CloseCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A talk by hand: the command's thread reads what is typed, and another one keeps the connection; whoever of them is done first ends the
 * other.
 */
final class LiveForm {
    private static final long GLANCE_MILLIS = 100;
    private static final long STATS_SECONDS = 5;
    private static final long LAST_MILLIS = 8_000; // more than a closing handshake may take

    private final Prompt prompt;
    private final LiveScreen screen;
    private final Redialer line;
    private final Supplier<LiveEvents> events;
    private final TurnTap tap;
    private final TalkSaver saver;
    private volatile @Nullable Talk talk;
    private volatile @Nullable TalkEnd ending;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean leaving;

    /** @param events of each connection */
    LiveForm(
            Prompt prompt,
            LiveScreen screen,
            Dialer dialer,
            @Nullable Backoff backoff,
            Supplier<LiveEvents> events,
            TurnTap tap,
            TalkSaver saver) {
        this.prompt = prompt;
        this.screen = screen;
        this.events = events;
        this.tap = tap;
        this.saver = saver;
        this.line = new Redialer(dialer, backoff, () -> leaving, text -> screen.note("* " + Printable.line(text)));
    }

    ExitCode run() throws InterruptedException, IOException {
        Thread keeper = new Thread(this::keepConnected, "wsdoc-talk");
        keeper.setDaemon(true);
        keeper.start();
        boolean interrupted = converse();
        leaving = true;
        close(CloseCode.NORMAL, "");
        keeper.join(LAST_MILLIS);
        screen.close();
        tap.finish(LAST_MILLIS);
        return exitCode(interrupted);
    }

    private ExitCode exitCode(boolean interrupted) {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        RuntimeException unable = failure;
        if (unable != null) {
            throw unable;
        }
        TalkEnd last = ending;
        return last != null && last.isGood() ? ExitCode.HEALTHY : ExitCode.NOT_HEALTHY;
    }

    private void keepConnected() {
        try {
            do {
                connectOnce();
            } while (line.comesAgainAfter(ending()));
        } catch (RuntimeException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            prompt.leave();
        }
    }

    private TalkEnd ending() {
        TalkEnd last = ending;
        if (last == null) {
            throw new IllegalStateException("the connection has not ended");
        }
        return last;
    }

    private void connectOnce() throws InterruptedException {
        LiveEvents listener = events.get();
        Talk opened = line.dial(listener);
        tap.pauses(opened);
        talk = opened;
        if (leaving) {
            opened.close(CloseCode.NORMAL, "");
        }
        TalkEnd how = awaitEnd(listener, opened);
        ending = how;
        talk = null;
        screen.note("* " + Printable.line(how.words()));
    }

    private static TalkEnd awaitEnd(LiveEvents listener, Talk opened) throws InterruptedException {
        while (true) {
            try {
                return listener.ended().get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                opened.lookAfter();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Returns whether Ctrl-C ended it. */
    private boolean converse() {
        while (true) {
            Entry entry = prompt.read();
            if (entry instanceof Entry.Typed typed) {
                obey(typed.text());
            } else if (!(entry instanceof Entry.Interrupted interrupted)) {
                return false;
            } else if (interrupted.typed().isEmpty()) {
                return true; // else it only takes back what was typed
            }
        }
    }

    private void obey(String typed) {
        if (typed.isEmpty()) {
            return; // somebody only pressed Enter
        }
        try {
            obey(Orders.parse(typed));
        } catch (IllegalArgumentException e) {
            screen.note("* " + Printable.line(String.valueOf(e.getMessage())));
        }
    }

    private void obey(Order order) {
        if (order instanceof Order.Help) {
            Orders.HELP.forEach(screen::note);
            return;
        }
        if (order instanceof Order.Save save) {
            save(save);
            return;
        }
        Talk current = talk;
        if (current == null) {
            screen.note("* there is no connection");
        } else {
            obey(order, current);
        }
    }

    private void obey(Order order, Talk current) {
        if (order instanceof Order.Say say) {
            CompletableFuture<Void> unused = current.say(List.of(say.message())).thenAccept(said -> {
                if (said == 0) {
                    screen.note("* not said: the connection is closing");
                }
            });
        } else if (order instanceof Order.Ping ping) {
            current.ping(ping.payload());
        } else if (order instanceof Order.Pong pong) {
            current.pong(pong.payload());
        } else if (order instanceof Order.Close close) {
            close(close.code(), close.reason());
        } else if (order instanceof Order.Suffer suffer) {
            current.suffer(suffer.fault());
            screen.note(
                    "* " + suffer.fault().name() + ": " + suffer.fault().card().wire());
        } else if (order instanceof Order.Thaw) {
            current.thaw();
            screen.note("* reads and answers again");
        } else if (order instanceof Order.Frame frame) {
            current.send(frame.frame());
        } else if (order instanceof Order.Stats) {
            stats(current);
        }
    }

    private void close(int code, String reason) {
        Talk current = talk;
        if (current != null) {
            current.close(code, reason);
        }
    }

    private void save(Order.Save save) {
        try {
            screen.note("* " + Amount.of(saver.save(save.file()), "message") + " in " + save.file());
        } catch (IOException e) {
            screen.note("* cannot write " + Printable.line(String.valueOf(e.getMessage())));
        }
    }

    private void stats(Talk current) {
        try {
            current.stats()
                    .get(STATS_SECONDS, TimeUnit.SECONDS)
                    .forEach(stats -> words(stats).forEach(screen::note));
        } catch (ExecutionException | TimeoutException e) {
            screen.note("* no figures: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<String> words(TalkStats stats) {
        TalkStats.RoundTrips times = stats.roundTrips();
        return List.of(
                "* said   " + Amount.of(stats.said(), "message") + ", " + MessageText.size(stats.saidBytes()),
                "* heard  " + Amount.of(stats.heard(), "message") + ", " + MessageText.size(stats.heardBytes()) + ", "
                        + Amount.of(stats.pings(), "ping") + ", " + Amount.of(stats.pongs(), "pong"),
                times == null
                        ? "* no round trip yet"
                        : "* round trips  " + times.count() + ": median " + Amount.millis(times.p50() / 1e6) + ", p99 "
                                + Amount.millis(times.p99() / 1e6) + ", longest " + Amount.millis(times.max() / 1e6),
                "* open for " + Amount.millis(stats.age().toNanos() / 1e6));
    }
}
