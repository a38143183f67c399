package dev.carillon.gateway.cli;

import dev.carillon.config.Config;
import dev.carillon.gateway.cli.Finding.Level;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks at everything that has to be right, and changes nothing.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Check Java, config, data, database, models, gateways and server; exit code 1 if there"
                        + " is a problem.")
final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ServerOptions server;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:CARILLON_DATA}",
            description = "The data directory (or CARILLON_DATA). Default: that of the config.")
    private @Nullable Path data;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new ArrayList<>();
        findings.add(MachineCheck.java(Runtime.version()));
        Optional<Config> config = config(findings);
        config.ifPresent(known -> checkConfigured(known, findings));
        findings.add(
                config.isPresent()
                        ? server()
                        : Finding.warning("server", "not asked: the config says where it is"));
        findings.forEach(finding -> out.println(finding.line()));
        out.flush();
        return findings.stream().anyMatch(finding -> finding.level() == Level.PROBLEM) ? 1 : 0;
    }

    private Optional<Config> config(List<Finding> findings) {
        ConfigOptions options = server.configOptions();
        StringWriter said = new StringWriter();
        Optional<Config> config = options.read(new PrintWriter(said));
        String words = said.toString().strip();
        if (config.isEmpty()) {
            findings.add(
                    Finding.problem("config", words + "; correct it, then: carillon config check"));
        } else if (!words.isEmpty()) {
            findings.add(Finding.warning("config", options.path() + ": " + words));
        } else if (Files.exists(options.path())) {
            findings.add(Finding.ok("config", options.path() + " is fine"));
        } else {
            findings.add(Finding.ok("config", "no " + options.path() + "; the defaults hold"));
        }
        return config;
    }

    private void checkConfigured(Config config, List<Finding> findings) {
        Path directory = data == null ? config.dataDir() : data;
        findings.add(MachineCheck.data(directory));
        findings.add(DatabaseCheck.of(config.database(), directory));
        findings.addAll(ModelCheck.of(config));
        findings.addAll(GatewayCheck.of(config));
    }

    /// That nothing runs is no problem: one may ask the doctor before the first start.
    private Finding server() {
        try (ApiClient api = server.client()) {
            api.get("/health/liveness", Map.of());
            return Finding.ok("server", api.address().base() + " is alive");
        } catch (Unreachable e) {
            return Finding.warning("server", String.valueOf(e.getMessage()));
        } catch (CommandFailure e) {
            return Finding.problem("server", String.valueOf(e.getMessage()));
        }
    }
}
