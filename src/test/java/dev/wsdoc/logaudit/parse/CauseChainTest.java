package dev.wsdoc.logaudit.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsdoc.logaudit.parse.Cause.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a trace decides, what lies above it, and what was thrown beside it. */
final class CauseChainTest {
    @Test
    void theDeepestCauseComesFirst() {
        assertThat(chain("""
                push failed
                a.PushException: push failed
                \tat a.B.c(B.java:1)
                Caused by: java.io.IOException: Broken pipe
                \tat d.E.f(E.java:1)
                """))
                .containsExactly(
                        "THROWN java.io.IOException: Broken pipe",
                        "THROWN a.PushException: push failed",
                        "MESSAGE push failed");
    }

    @Test
    void whatIsSuppressedStandsAside() {
        assertThat(chain("""
                push failed
                java.io.IOException: Broken pipe
                \tat a.B.c(B.java:1)
                \tSuppressed: a.RowException: no row
                \t\tat a.B.d(B.java:2)
                \tCaused by: a.TableException: no table
                """))
                .contains(
                        "ASIDE a.RowException: no row",
                        "ASIDE a.TableException: no table",
                        "THROWN java.io.IOException: Broken pipe");
    }

    @Test
    void inPythonTheLastOneGotThrough() {
        assertThat(chain("""
                push failed
                Traceback (most recent call last):
                  File "a.py", line 1, in b
                ledger.Mismatch: 3 and 2

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "a.py", line 2, in c
                ConnectionResetError: over
                """))
                .containsExactly(
                        "THROWN ConnectionResetError: over", "ASIDE ledger.Mismatch: 3 and 2", "MESSAGE push failed");
    }

    @Test
    void anArrowBracketsAndAListLeadDeeper() {
        assertThat(chain("A.B: c ---> D.E: f")).containsExactly("THROWN D.E: f", "MESSAGE A.B: c");
        assertThat(chain("push failed [previous exception] [object] (A(code: 0): b)"))
                .containsExactly("THROWN [object] (A(code: 0): b)", "MESSAGE push failed");
        assertThat(chain("push failed\n  [cause]: TileError: no zoom\n      at a (b.js:1:1)"))
                .contains("THROWN TileError: no zoom");
        assertThat(chain("push failed\n\nCaused by:\n    0: could not read\n    1: os error 32"))
                .containsExactly("THROWN os error 32", "THROWN could not read", "MESSAGE push failed");
    }

    @Test
    void theOthersOfAnAggregateStandAside() {
        assertThat(chain("""
                push failed
                System.AggregateException: two
                 ---> A.GapException: gap
                   at A.B()
                 ---> (Inner Exception #1) System.Net.Sockets.SocketException (32): Broken pipe<---
                """)).contains("ASIDE A.GapException: gap");
    }

    @Test
    void aMessageThatIsAnExceptionWasThrown() {
        assertThat(CauseChain.of("java.io.EOFException: null", List.of()).get(0).role())
                .isEqualTo(Role.THROWN);
        assertThat(CauseChain.of("could not read", List.of()).get(0).role()).isEqualTo(Role.MESSAGE);
    }

    private static List<String> chain(String entry) {
        List<String> lines = entry.lines().toList();
        return CauseChain.of(lines.get(0), lines.subList(1, lines.size())).stream()
                .map(link -> link.role() + " " + link.text().strip())
                .toList();
    }
}
