package dev.wsdoc.logaudit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import dev.wsdoc.model.Category;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs whole texts through the auditor. */
public final class Audits {
    private Audits() {}

    public static List<Judged> of(String log) {
        List<Judged> judged = new ArrayList<>();
        LogAuditor auditor = new LogAuditor(Rules.builtIn(), judged::add);
        for (String line : log.split("\n", -1)) {
            auditor.line(line);
        }
        auditor.flush();
        return judged;
    }

    /** The judgement of a log that is one entry. */
    public static Judged only(String log) {
        List<Judged> judged = of(log);
        assertThat(judged).hasSize(1);
        return judged.get(0);
    }

    public static Category category(String log) {
        return only(log).category();
    }

    static JsonNode json(String resource) {
        try (InputStream in = open(resource)) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String resource) {
        return Objects.requireNonNull(Audits.class.getResourceAsStream(resource), resource);
    }

    static List<Judged> ofResource(String resource) {
        List<Judged> judged = new ArrayList<>();
        try (InputStream in = open(resource)) {
            LogFile.audit(in, Rules.builtIn(), judged::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return judged;
    }
}
