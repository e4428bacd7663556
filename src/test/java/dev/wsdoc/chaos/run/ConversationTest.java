package dev.wsdoc.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.anamnesis.Anamnesis.Echo;
import dev.wsdoc.chaos.anamnesis.Anamnesis.Pong;
import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.chaos.bystander.Provoker;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ChaosPlan.Limits;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.verdict.Strictness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who says what, by what is given and what was found out. */
class ConversationTest {
    private static final Target TARGET = Target.parse("ws://127.0.0.1:1/chat");
    private static final TargetPaths FOREIGN = TargetPaths.foreign(TARGET, ChaosPlan.Echo.UNKNOWN);

    private static ChaosPlan plan(@Nullable String provoke) {
        ClientProfile plain = ClientProfile.PLAIN;
        ClientProfile profile = new ClientProfile(
                plain.headers(),
                plain.compression(),
                plain.hello(),
                plain.keepAlive(),
                provoke,
                plain.sources(),
                plain.routes(),
                plain.tls());
        return new ChaosPlan(
                        TARGET,
                        Map.of(Fault.named("abrupt"), 2),
                        3,
                        ChaosPlan.Echo.UNKNOWN,
                        new Limits(Duration.ofSeconds(1), null, null),
                        Strictness.NORMAL,
                        7,
                        EvidencePlan.ofLogs(List.of()))
                .withProfile(profile);
    }

    private static Anamnesis found(Echo echo, boolean broadcasts, @Nullable Speech speech) {
        return new Anamnesis(null, echo, broadcasts, speech, List.of(), false, Pong.SAME, null, null, null);
    }

    @Test
    void nobodySaysAnythingToAServerOfWhichNothingIsKnown() {
        assertThat(Conversation.after(Anamnesis.NONE, plan(null), FOREIGN)).isEqualTo(Conversation.SILENCE);
    }

    @ParameterizedTest(name = "echo {0}, broadcasts {1}: beats {2}, provokes {3}")
    @CsvSource({
        "VERBATIM, false, true, false",
        "WRAPPED, false, true, false",
        "NONE, true, false, true", // whoever speaks does not hear itself, the others do
        "WRAPPED, true, false, true" // all hear the provoker; more talk would be a crowd
    })
    void whatTheServerDoesWithWordsDecidesWhoSpeaks(Echo echo, boolean broadcasts, boolean beats, boolean provokes) {
        Conversation conversation = Conversation.after(found(echo, broadcasts, Speech.JSON), plan(null), FOREIGN);

        assertThat(conversation.beats()).isEqualTo(beats ? Speech.JSON : null);
        assertThat(conversation.provocation() != null).isEqualTo(provokes);
        assertThat(conversation.heard() != null).isEqualTo(provokes);
        assertThat(conversation.provoker()).isEqualTo(provokes ? "/chat" : null);
    }

    @Test
    void theUsersWordsAreLookedForOnlyWhereTheyWereSeenToReachOthers() {
        String words = "note " + Mark.NUMBER;
        Speech given = Speech.provoking(words);

        Conversation seen = Conversation.after(found(Echo.NONE, true, given), plan(words), FOREIGN);
        Conversation unseen = Conversation.after(Anamnesis.NONE, plan(words), FOREIGN);

        assertThat(seen.provocation()).isEqualTo(given).isEqualTo(unseen.provocation());
        assertThat(seen.heard()).isEqualTo(Mark.of(words));
        assertThat(unseen.heard()).isNull();
    }

    @Test
    void wsdocKnowsItsOwnServer() {
        TargetPaths own = TargetPaths.reference(Target.parse("ws://127.0.0.1:1/"), 7);

        Conversation conversation = Conversation.after(Anamnesis.NONE, plan(null), own);

        assertThat(conversation.beats()).isEqualTo(Speech.PLAIN);
        assertThat(conversation.provoker()).isEqualTo("/ws/admin");
        assertThat(conversation.heard()).isEqualTo(Mark.of(Provoker.words(7)));
    }
}
