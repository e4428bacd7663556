package dev.wsdoc.chaos;

import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.FaultCard;
import dev.wsdoc.fault.Profile;
import dev.wsdoc.swarm.Member;
import java.util.function.Consumer;

/** A fault made for a test. */
record StagedFault(FaultCard card, Consumer<Member> deed) implements Fault {
    StagedFault(
            String name,
            Entrance entrance,
            int waves,
            Farewell farewell,
            Aftermath aftermath,
            Expectation expectation,
            Consumer<Member> deed) {
        this(
                new FaultCard(
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
                        aftermath),
                deed);
    }

    @Override
    public void inflict(Member victim) {
        deed.accept(victim);
    }
}
