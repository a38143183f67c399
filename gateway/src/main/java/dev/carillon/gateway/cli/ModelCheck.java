package dev.carillon.gateway.cli;

import dev.carillon.config.AgentConfig;
import dev.carillon.config.Config;
import dev.carillon.config.ModelConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Sees whether somebody listens where the agents' models are. Asks nothing and shows no key.
final class ModelCheck {
    private static final int TIMEOUT_MILLIS = 3_000;

    private ModelCheck() {}

    static List<Finding> of(Config config) {
        Set<ModelConfig> models = new LinkedHashSet<>();
        for (AgentConfig agent : config.agents().values()) {
            switch (agent) {
                case AgentConfig.Timekeeper _ -> {
                    // Needs none.
                }
                case AgentConfig.Llm llm -> {
                    models.add(llm.model());
                    if (llm.fallback() != null) {
                        models.add(llm.fallback());
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        models.forEach(model -> findings.add(of(model)));
        return findings;
    }

    private static Finding of(ModelConfig model) {
        URI url = model.baseUrl();
        String what = model.name() + " at " + url;
        if (url.getHost() == null) {
            return Finding.problem("model", what + ": base_url names no host");
        }
        InetSocketAddress address = new InetSocketAddress(url.getHost(), port(url));
        if (address.isUnresolved()) {
            return Finding.problem(
                    "model",
                    what
                            + ": nobody knows this host; check base_url, and that names are"
                            + " looked up here");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            return Finding.ok("model", what);
        } catch (IOException e) {
            return Finding.problem(
                    "model",
                    what
                            + ": "
                            + e.getMessage()
                            + "; check base_url, and that this machine may"
                            + " reach it");
        }
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
    }
}
