package dev.wsdoc.chaos;

import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Profile;
import dev.wsdoc.swarm.Member;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A fault made for a test. */
record StagedFault(
        String name,
        Entrance entrance,
        int waves,
        Farewell farewell,
        Aftermath aftermath,
        @Nullable Expectation expectation,
        Consumer<Member> deed)
        implements Fault {

    @Override
    public String wire() {
        return "what the test says";
    }

    @Override
    public String healthy() {
        return "what the test expects";
    }

    @Override
    public String judged() {
        return "by the test";
    }

    @Override
    public Profile profile() {
        return Profile.HOSTILE;
    }

    @Override
    public Notice notice() {
        return Notice.AT_ONCE;
    }

    @Override
    public void inflict(Member victim) {
        deed.accept(victim);
    }
}
