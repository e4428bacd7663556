package dev.wsdoc.logaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class LiteralIndexTest {
    @Test
    void findsWholeWordsInAnyCase() {
        assertThat(occurs("EPIPE", "write epipe")).isTrue();
        assertThat(occurs("epipe", "EPIPE: x")).isTrue();
        assertThat(occurs("EPIPE", "keepipes")).isFalse();
        assertThat(occurs("reset", "connection_reset")).isTrue();
    }

    @Test
    void aStarOpensAnEnd() {
        assertThat(occurs("redis*", "aredis")).isFalse();
        assertThat(occurs("redis*", "redisson")).isTrue();
        assertThat(occurs("*redis", "aredis")).isTrue();
        assertThat(occurs("*redis", "redisson")).isFalse();
    }

    @Test
    void findsForeignTextsAndDoesNotTakeTheDotlessIForAnI() {
        assertThat(occurs("断开的管道", "java.io.IOException: 断开的管道")).isTrue();
        assertThat(occurs("Обрыв канала", "обрыв КАНАЛА")).isTrue();
        assertThat(occurs("Kırık boru", "Kirik boru")).isFalse();
        assertThat(occurs("Kırık boru", "Kırık boru")).isTrue();
        assertThat(occurs("Invalid", "INVALID")).isTrue();
    }

    @RepeatedTest(100)
    void findsWhatASearchForEachWouldFind(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Literal> literals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            literals.add(Literal.of("*" + letters(random, 2 + random.nextInt(4)) + "*"));
        }
        String text = letters(random, 200);
        LiteralIndex index = new LiteralIndex(literals);
        Hits hits = index.find(text);
        for (int i = 0; i < literals.size(); i++) {
            boolean occurs =
                    text.toLowerCase(Locale.ROOT).contains(literals.get(i).word());
            assertThat(hits.found().get(i))
                    .as(literals.get(i).word() + " in " + text)
                    .isEqualTo(occurs);
        }
        assertThat(index.occursIn(text)).isEqualTo(!hits.found().isEmpty());
    }

    private static boolean occurs(String literal, String text) {
        return new LiteralIndex(List.of(Literal.of(literal), Literal.of("something else"))).occursIn(text);
    }

    private static String letters(Random random, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append("aAbßж开".charAt(random.nextInt(6)));
        }
        return letters.toString();
    }
}
