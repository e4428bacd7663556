package dev.wsdoc.cli;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.FaultCard;
import dev.wsdoc.fault.Profile;
import dev.wsdoc.swarm.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Faults that wsdoc itself fails in; only processes that are given a list of services with them know them. */
public class BuggyFault extends Fault {
    BuggyFault(String name) {
        super(new FaultCard(
                Profile.DESTRUCTIVE,
                name,
                "nothing",
                "nothing",
                "not at all",
                Entrance.UPGRADED,
                1,
                0,
                null,
                Notice.AT_ONCE,
                Farewell.ABNORMAL,
                Aftermath.GONE,
                false));
    }

    /** Makes a folder that, in the class path, adds these faults. */
    static void register(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Fault.class.getName()),
                Asserting.class.getName() + "\n" + Devouring.class.getName() + "\n");
    }

    @Override
    public void inflict(Member victim) {
        throw new AssertionError("staged");
    }

    /** An assertion fails. */
    public static final class Asserting extends BuggyFault {
        public Asserting() {
            super("asserting");
        }
    }

    /** Memory is exhausted. */
    public static final class Devouring extends BuggyFault {
        public Devouring() {
            super("devouring");
        }

        @Override
        public void inflict(Member victim) {
            long[][] all = new long[1 << 20][];
            for (int i = 0; i < all.length; i++) {
                all[i] = new long[1 << 20];
            }
            victim.sendText(String.valueOf(all[0][0]));
        }
    }
}
