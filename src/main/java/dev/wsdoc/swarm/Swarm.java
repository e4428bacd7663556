package dev.wsdoc.swarm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sockets that wsdoc holds open, on a few event loops. Its methods may be called from any thread; members are touched
 * only through {@link #each} and {@link #collect}, which run on the members' own loops.
 */
public final class Swarm implements AutoCloseable {
    private final SwarmOptions options;
    private final List<SwarmLoop> loops = new ArrayList<>();
    private final AtomicInteger settled = new AtomicInteger();

    private Swarm(SwarmOptions options) {
        this.options = options;
    }

    /** Starts the loops; no socket is opened yet. */
    public static Swarm start(SwarmOptions options) throws IOException {
        Swarm swarm = new Swarm(options);
        SplittableRandom random = new SplittableRandom(options.seed());
        for (int i = 0; i < options.loops(); i++) {
            swarm.loops.add(SwarmLoop.start("wsdoc-swarm-" + i, options.limits(), random.split()));
        }
        return swarm;
    }

    /** Connects attempted so far that came to an end, open or failed: for a progress display. */
    public int settled() {
        return settled.get();
    }

    /**
     * Opens a cohort, its members spread over the loops.
     *
     * @return completes when every member is open or has failed; exceptionally when a loop dies or the swarm is closed
     * @throws IOException when the target's host name does not resolve
     */
    public CompletableFuture<Opening> open(Cohort cohort) throws IOException {
        InetSocketAddress address = options.profile().address(cohort.target());
        List<CompletableFuture<Opening>> shares = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            SwarmLoop loop = loops.get(i);
            Opener opener = new Opener(cohort, loop, options, address, i, loops.size(), settled);
            opener.start();
            shares.add(opener.result());
        }
        return CompletableFuture.allOf(shares.toArray(CompletableFuture[]::new)).thenApply(done -> merge(shares));
    }

    private static Opening merge(List<CompletableFuture<Opening>> shares) {
        List<Opening> openings = shares.stream().map(CompletableFuture::join).toList();
        return new Opening(
                openings.stream()
                        .flatMap(opening -> opening.open().stream())
                        .sorted(Comparator.comparingInt(Member::index))
                        .toList(),
                openings.stream()
                        .flatMap(opening -> opening.failures().stream())
                        .toList());
    }

    /** Does something with each member on its loop; completes when all is done, exceptionally when a loop dies or is closed. */
    public CompletableFuture<Void> each(Collection<Member> members, Consumer<Member> action) {
        return collect(members, member -> {
                    action.accept(member);
                    return Boolean.TRUE;
                })
                .thenAccept(done -> {});
    }

    /** Does something with each member on its loop, and waits for nothing. */
    public void tell(Collection<Member> members, Consumer<Member> action) {
        CompletableFuture<Void> unused = each(members, action); // a loop's death is told by trouble()
    }

    /** Asks each member something on its loop; the answers come in no particular order. Fails as {@link #each} does. */
    public <T> CompletableFuture<List<T>> collect(Collection<Member> members, Function<Member, T> question) {
        Map<SwarmLoop, List<Member>> byLoop = members.stream().collect(Collectors.groupingBy(member -> member.loop));
        List<CompletableFuture<List<T>>> shares = byLoop.entrySet().stream()
                .map(share -> share.getKey().submit(() -> ask(share.getValue(), question)))
                .toList();
        return CompletableFuture.allOf(shares.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        shares.stream().flatMap(share -> share.join().stream()).toList());
    }

    private static <T> List<T> ask(List<Member> members, Function<Member, T> question) {
        List<T> answers = new ArrayList<>(members.size());
        for (Member member : members) {
            answers.add(question.apply(member));
        }
        return answers;
    }

    /**
     * What keeps members from being served, in one line: a loop that died, or that is in one turn for longer than that, and so
     * answers nobody; null when all is well. It asks no loop, so that it always answers.
     */
    public @Nullable String trouble(Duration longestTurn) {
        return loops.stream()
                .map(loop -> loop.events.trouble(longestTurn))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Closes every socket that is still open, and the loops. */
    @Override
    public void close() {
        loops.forEach(loop -> loop.events.close());
    }
}
