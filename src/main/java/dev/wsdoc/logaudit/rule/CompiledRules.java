package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.model.Category;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The built-in rules as bytes, made of {@code rules.yaml} when wsdoc is built: to load a reader of YAML and to read them with it takes
 * half of the time in which a short command starts. Stateless.
 */
public final class CompiledRules {
    private static final String NONE = ""; // in place of a constant's name

    private CompiledRules() {}

    /** Writes one value. */
    @FunctionalInterface
    private interface Writer<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    /** Reads one value. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    /** Called by the build, with the folder of the compiled classes. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0], "dev", "wsdoc", "logaudit", "rule");
        try (java.io.Reader yaml = Files.newBufferedReader(folder.resolve(Rules.SOURCE));
                OutputStream out = Files.newOutputStream(folder.resolve(Rules.COMPILED))) {
            write(RulesReader.read(yaml, Rules.SOURCE), out);
        }
    }

    static void write(List<Rule> rules, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        write(data, rules, CompiledRules::write);
        data.flush();
    }

    static List<Rule> read(InputStream in) throws IOException {
        return list(new DataInputStream(in), CompiledRules::rule);
    }

    private static void write(DataOutput out, Rule rule) throws IOException {
        out.writeUTF(rule.id());
        write(out, rule.kind());
        write(out, rule.category());
        out.writeUTF(rule.what());
        write(out, rule.match());
        write(out, rule.unless());
        write(out, rule.from());
        write(out, rule.upTo());
        write(out, rule.examples(), CompiledRules::write);
    }

    private static Rule rule(DataInput in) throws IOException {
        return new Rule(
                in.readUTF(),
                Objects.requireNonNull(constant(in, Kind.class)),
                constant(in, Category.class),
                in.readUTF(),
                match(in),
                match(in),
                constant(in, Level.class),
                constant(in, Level.class),
                list(in, CompiledRules::example));
    }

    private static void write(DataOutput out, Match match) throws IOException {
        write(out, match.any(), DataOutput::writeUTF);
        write(out, match.also(), DataOutput::writeUTF);
        write(out, match.all(), DataOutput::writeUTF);
        write(out, match.near(), CompiledRules::write);
        write(out, match.regex(), (to, regex) -> to.writeUTF(regex.pattern()));
    }

    private static Match match(DataInput in) throws IOException {
        List<String> any = list(in, DataInput::readUTF);
        List<String> also = list(in, DataInput::readUTF);
        List<String> all = list(in, DataInput::readUTF);
        List<Near> near = list(in, CompiledRules::near);
        List<Pattern> regex = list(in, from -> Match.compile(from.readUTF()));
        return new Match(any, also, all, near, regex);
    }

    private static void write(DataOutput out, Near near) throws IOException {
        write(out, near.words(), (to, words) -> write(to, words, DataOutput::writeUTF));
        out.writeInt(near.within());
    }

    private static Near near(DataInput in) throws IOException {
        return new Near(list(in, from -> list(from, DataInput::readUTF)), in.readInt());
    }

    private static void write(DataOutput out, Rule.Example example) throws IOException {
        out.writeUTF(example.text());
        write(out, example.category());
    }

    private static Rule.Example example(DataInput in) throws IOException {
        return new Rule.Example(in.readUTF(), constant(in, Category.class));
    }

    private static <T> void write(DataOutput out, List<T> values, Writer<T> writer) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(out, value);
        }
    }

    private static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    private static void write(DataOutput out, @Nullable Enum<?> constant) throws IOException {
        out.writeUTF(constant == null ? NONE : constant.name());
    }

    private static <E extends Enum<E>> @Nullable E constant(DataInput in, Class<E> constants) throws IOException {
        String name = in.readUTF();
        return name.equals(NONE) ? null : Enum.valueOf(constants, name);
    }
}
