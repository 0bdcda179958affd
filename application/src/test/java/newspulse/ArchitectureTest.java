package newspulse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// The layers, as ARCHITECTURE.md draws them.
final class ArchitectureTest {
    private static final List<String> STAGES =
            List.of("producer", "stream", "inference", "api", "refiner");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("newspulse");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("newspulse.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"producer", "stream", "inference", "api", "refiner"})
    void stagesMeetOnlyThroughTheModelAndTheTopics(String stage) {
        String[] others =
                STAGES.stream()
                        .filter(other -> !other.equals(stage))
                        .map(other -> "newspulse." + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("newspulse." + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void theModelKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("newspulse.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("newspulse.model..", "java..", "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void onlyTheWiringSeesTheWholeAndNobodySeesTheWiring() {
        noClasses()
                .that()
                .resideOutsideOfPackage("newspulse.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("newspulse.app..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("newspulse.app..", "newspulse.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("newspulse.embedded..")
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNoTransport() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "newspulse.engine..", "newspulse.intake..", "newspulse.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.lettuce..",
                        "com.linecorp.armeria..",
                        "io.micrometer..")
                .check(CLASSES);
    }

    @Test
    void classesAreFinalOrMadeToBeExtended() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .and()
                .areNotEnums()
                .should(
                        new ArchCondition<JavaClass>("be final, abstract or sealed") {
                            @Override
                            public void check(JavaClass one, ConditionEvents events) {
                                boolean closed =
                                        one.getModifiers().contains(JavaModifier.FINAL)
                                                || one.getModifiers()
                                                        .contains(JavaModifier.ABSTRACT)
                                                || one.reflect().isSealed();
                                if (!closed) {
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    one, one.getName() + " is open"));
                                }
                            }
                        })
                .check(CLASSES);
    }

    @Test
    void noPackageIsADrawerForAnything() {
        List<String> drawers =
                List.of("util", "utils", "common", "helper", "impl", "manager", "service", "misc");
        noClasses()
                .should()
                .resideInAnyPackage(
                        drawers.stream()
                                .map(name -> "newspulse.." + name + "..")
                                .toArray(String[]::new))
                .check(CLASSES);
    }
}
