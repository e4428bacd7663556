package dev.wsdoc.chaos;

import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.FaultCard;
import dev.wsdoc.fault.Profile;
import dev.wsdoc.swarm.Member;
import java.util.function.Consumer;

/** A fault made for a test. */
final class StagedFault extends Fault {
    private final Consumer<Member> deed;

    StagedFault(
            String name,
            Entrance entrance,
            int waves,
            Farewell farewell,
            Aftermath aftermath,
            Expectation expectation,
            Consumer<Member> deed) {
        super(new FaultCard(
                Profile.HOSTILE,
                name,
                "what the test says",
                "what the test expects",
                "by the test",
                entrance,
                waves,
                0,
                expectation,
                Notice.AT_ONCE,
                farewell,
                aftermath,
                false));
        this.deed = deed;
    }

    @Override
    public void inflict(Member victim) {
        deed.accept(victim);
    }
}
