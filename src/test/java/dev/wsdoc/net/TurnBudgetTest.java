package dev.wsdoc.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnBudgetTest {
    private long now = Long.MAX_VALUE - 5; // the clock may wrap
    private final TurnBudget budget = TurnBudget.by(() -> now);

    @Test
    void allowsSoManyRunsWhenTheyTakeNoTime() {
        int runs = 0;
        while (budget.allowsOneMore()) {
            runs++;
        }

        assertThat(runs).isEqualTo(TurnBudget.RUNS);
    }

    @Test
    void endsAtItsTimeNotBefore() {
        assertThat(budget.allowsOneMore()).isTrue();
        assertThat(budget.allowsOneMore()).isTrue();
        now += TurnBudget.NANOS - 1;
        assertThat(budget.allowsOneMore()).isTrue();
        now++;
        assertThat(budget.allowsOneMore()).isFalse();
    }
}
