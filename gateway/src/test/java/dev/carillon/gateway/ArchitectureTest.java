package dev.carillon.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The boundaries that Maven cannot see.
class ArchitectureTest {
    private static final Pattern NAMED_TYPE = Pattern.compile("`([A-Z][A-Za-z]+)[`.]");

    /// Names in the architecture page that are not types of ours.
    private static final Set<String> FOREIGN = Set.of();

    private static JavaClasses code;

    @BeforeAll
    static void read() {
        code =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.carillon");
    }

    @Test
    void modulesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("config")
                .definedBy("dev.carillon.config..")
                .layer("scheduler")
                .definedBy("dev.carillon.scheduler..")
                .layer("agent")
                .definedBy("dev.carillon.agent..")
                .layer("gateway")
                .definedBy("dev.carillon.gateway..")
                .whereLayer("gateway")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("agent")
                .mayOnlyBeAccessedByLayers("gateway")
                .whereLayer("scheduler")
                .mayOnlyBeAccessedByLayers("agent", "gateway")
                .check(code);
    }

    @Test
    void timeComesFromAnInjectedClock() {
        noClasses().should().callMethod(Instant.class, "now").check(code);
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from an InstantSource")
                .check(code);
    }

    @Test
    void onlyTheTerminalOfAPersonKnowsTheMachinesZone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.carillon.gateway.cli..")
                .should()
                .callMethod(ZoneId.class, "systemDefault")
                .check(code);
    }

    @Test
    void theDomainKnowsNoFramework() {
        noClasses()
                .that(
                        resideInAPackage("dev.carillon.scheduler")
                                .or(resideInAPackage("dev.carillon.scheduler.time"))
                                .or(resideInAPackage("dev.carillon.agent"))
                                .or(resideInAPackage("dev.carillon.agent.tool"))
                                .or(resideInAPackage("dev.carillon.agent.timekeeper"))
                                .or(resideInAPackage("dev.carillon.config")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .check(code);
    }

    @Test
    void noPackageIsNamedForAKindOfClass() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..model..",
                        "..dto..",
                        "..impl..",
                        "..util..",
                        "..utils..",
                        "..exception..",
                        "..exceptions..",
                        "..helper..",
                        "..helpers..")
                .check(code);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)$").check(code);
    }

    /// Returned from a thread of its own, a status that the error controller answers sends
    /// Micronaut 4.10 into an endless loop now and then (micronaut-core 12940). Thrown, it does
    /// not.
    @Test
    void whatIsNotThereIsThrown() {
        noClasses()
                .should()
                .accessTargetWhere(
                        describe(
                                "it is HttpResponse.notFound",
                                access ->
                                        access.getTarget().getName().equals("notFound")
                                                && access.getTargetOwner()
                                                        .isEquivalentTo(HttpResponse.class)))
                .check(code);
    }

    @Test
    void beansAreInjectedThroughConstructors() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(code);
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();

        try (var files = Files.walk(root)) {
            List<Path> unmarked =
                    files.filter(Files::isDirectory)
                            .filter(path ->
                                    path.toString().contains("/src/main/java/dev/carillon/"))
                            .filter(ArchitectureTest::holdsJava)
                            .filter(path -> !Files.exists(path.resolve("package-info.java")))
                            .toList();

            assertThat(unmarked).isEmpty();
        }
    }

    /// A page that names what is gone misleads more than none.
    @Test
    void theArchitecturePageNamesOnlyWhatExists() throws IOException {
        String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
        Set<String> existing =
                code.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());

        Set<String> named =
                NAMED_TYPE
                        .matcher(page)
                        .results()
                        .map(result -> result.group(1))
                        .filter(name -> !FOREIGN.contains(name))
                        .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(existing).containsAll(named);
    }

    private static boolean holdsJava(Path directory) {
        try (var files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + directory, e);
        }
    }
}
