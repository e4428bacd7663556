package dev.wsdoc;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the shape of the code: arrows between packages point downwards, and what belongs to the command stays in it. */
class ArchitectureTest {

    private static final String ROOT = "dev.wsdoc.";
    private static final List<String> BELOW_THE_EXPERIMENTS =
            List.of("fault", "report", "logaudit", "evidence", "verdict", "swarm", "wire", "net", "model");

    /** Package and the packages it may know. Only cli knows both the server and the side that examines it. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            entry("chaos", BELOW_THE_EXPERIMENTS),
            entry("load", BELOW_THE_EXPERIMENTS),
            entry("checkup", BELOW_THE_EXPERIMENTS),
            entry("talk", List.of("fault", "swarm", "wire", "net", "model")),
            entry("fault", List.of("swarm", "wire", "net", "model")),
            entry("report", List.of("verdict", "model")),
            entry("logaudit", List.of("evidence", "model")),
            entry("evidence", List.of("swarm", "wire", "net", "model")),
            entry("verdict", List.of("model")),
            entry("swarm", List.of("wire", "net", "model")),
            entry("wire", List.of("model")),
            entry("net", List.of()),
            entry("model", List.of()),
            entry("server", List.of("net", "model")));

    /** Rooms of a package, each with those of the same package that it may know; the package's own classes may know all. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            entry(
                    "chaos.run",
                    List.of("chaos.observe", "chaos.bystander", "chaos.victim", "chaos.anamnesis", "chaos.plan")),
            entry(
                    "chaos.judge",
                    List.of("chaos.observe", "chaos.bystander", "chaos.victim", "chaos.anamnesis", "chaos.plan")),
            entry("chaos.observe", List.of("chaos.bystander", "chaos.victim", "chaos.anamnesis", "chaos.plan")),
            entry("chaos.bystander", List.of("chaos.victim", "chaos.anamnesis")),
            entry("chaos.victim", List.of()),
            entry("chaos.anamnesis", List.of()),
            entry("chaos.plan", List.of()),
            entry("checkup.judge", List.of("checkup.observe", "checkup.plan")),
            entry("checkup.observe", List.of("checkup.plan")),
            entry("checkup.plan", List.of()),
            entry("cli.check", List.of("cli.connection", "cli.convert", "cli.command", "cli.terminal")),
            entry("cli.chaos", List.of("cli.connection", "cli.convert", "cli.command", "cli.terminal")),
            entry("cli.logs", List.of("cli.convert", "cli.command", "cli.terminal")),
            entry("cli.serve", List.of("cli.convert", "cli.command", "cli.terminal")),
            entry("cli.debug", List.of("cli.convert", "cli.command", "cli.terminal")),
            entry(
                    "cli.connect",
                    List.of("cli.connection", "cli.framing", "cli.convert", "cli.command", "cli.terminal")),
            entry("cli.connection", List.of("cli.convert", "cli.command", "cli.terminal")),
            entry("cli.framing", List.of("cli.terminal")),
            entry("cli.convert", List.of("cli.command", "cli.terminal")),
            entry("cli.command", List.of("cli.terminal")),
            entry("cli.terminal", List.of()),
            entry("logaudit.rule", List.of("logaudit.parse", "logaudit.head")),
            entry("logaudit.source", List.of("logaudit.parse", "logaudit.head", "logaudit.time")),
            entry("logaudit.parse", List.of("logaudit.head", "logaudit.time")),
            entry("logaudit.head", List.of("logaudit.time")),
            entry("logaudit.time", List.of()),
            entry("server.manager.send", List.of("server.manager.policy", "server.manager.connection")),
            entry("server.manager.sweep", List.of("server.manager.policy", "server.manager.connection")),
            entry("server.manager.admission", List.of("server.manager.policy", "server.manager.connection")),
            entry("server.manager.policy", List.of("server.manager.connection")),
            entry("server.manager.connection", List.of()),
            entry("wire.handshake", List.of("wire.frame")),
            entry("wire.frame", List.of()));

    private static final int MOST_FILES = 34;

    private static JavaClasses code;

    @BeforeAll
    static void readTheCompiledCode() {
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.wsdoc");
    }

    @Test
    void arrowsPointDownwards() {
        LayeredArchitecture shape = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.wsdoc..")
                .withOptionalLayers(true)
                .layer("cli")
                .definedBy(ROOT + "cli..");
        for (String name : ARROWS.keySet()) {
            shape = shape.layer(name).definedBy(ROOT + name + "..");
        }
        for (Map.Entry<String, List<String>> arrow : ARROWS.entrySet()) {
            shape = allow(shape, arrow.getKey(), arrow.getValue());
        }
        shape.whereLayer("cli").mayNotBeAccessedByAnyLayer().check(code);
    }

    private static LayeredArchitecture allow(LayeredArchitecture shape, String from, List<String> to) {
        return to.isEmpty()
                ? shape.whereLayer(from).mayNotAccessAnyLayer()
                : shape.whereLayer(from).mayOnlyAccessLayers(to.toArray(String[]::new));
    }

    @Test
    void arrowsBetweenRoomsPointDownwards() {
        for (Map.Entry<String, List<String>> room : ROOMS.entrySet()) {
            String house = house(room.getKey());
            List<String> allowed = new ArrayList<>(room.getValue());
            allowed.add(room.getKey());
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + room.getKey())
                    .should()
                    .dependOnClassesThat(resideInAPackage(ROOT + house + "..")
                            .and(resideInAnyPackage(allowed.stream()
                                            .map(name -> ROOT + name)
                                            .toArray(String[]::new))
                                    .negate()))
                    .check(code);
        }
    }

    private static String house(String room) {
        return room.substring(0, room.lastIndexOf('.'));
    }

    @Test
    void everyRoomOfAHouseIsInTheTable() {
        Set<String> houses =
                ROOMS.keySet().stream().map(ArchitectureTest::house).collect(Collectors.toSet());
        Set<String> rooms = packages().stream()
                .filter(name -> name.contains(".") && houses.contains(house(name)))
                .collect(Collectors.toSet());
        assertThat(rooms).isEqualTo(ROOMS.keySet());
    }

    @Test
    void noPackageIsTooCrowdedToBeFoundIn() {
        Map<String, Long> files =
                topLevel().collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void oneSimpleNameIsOneClass() {
        Map<String, List<String>> byName = topLevel()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(byName).allSatisfy((name, classes) -> assertThat(classes).hasSize(1));
    }

    private static Stream<JavaClass> topLevel() {
        return code.stream().filter(JavaClass::isTopLevelClass);
    }

    private static Set<String> packages() {
        return topLevel()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toSet());
    }

    @Test
    void everyPackageHasItsPlaceInTheShape() {
        String[] known =
                ARROWS.keySet().stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(known)
                .orShould()
                .resideInAPackage(ROOT + "cli..")
                .check(code);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(code);
    }

    @Test
    void onlyCommandsKnowTheCommandLine() {
        noClasses()
                .that(resideInAPackage(ROOT + "cli..").negate())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.jline..")
                .check(code);
    }

    @Test
    void onlyCommandsPrint() {
        noClasses()
                .that(resideInAPackage(ROOT + "cli..").negate())
                .should(ACCESS_STANDARD_STREAMS)
                .check(code);
    }

    @Test
    void onlyCommandsEndTheProcess() {
        noClasses()
                .that(resideInAPackage(ROOT + "cli..").negate())
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(code);
    }

    @Test
    void nothingBelowTheWiringSleeps() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "cli..", ROOT + "net..").negate())
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .check(code);
    }

    @Test
    void wireKnowsNoSocketsThreadsOrClocks() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net", "java.nio.channels..", "java.util.concurrent..", "java.time..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(code);
    }

    @Test
    void verdictsArePure() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "verdict..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.util.concurrent..", "org.slf4j..")
                .check(code);
    }

    @Test
    void helpersLiveBesideTheirUsers() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Misc|Common)([A-Z$].*)?")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..")
                .check(code);
    }
}
