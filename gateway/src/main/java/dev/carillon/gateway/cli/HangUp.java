package dev.carillon.gateway.cli;

import java.io.Console;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The signal SIGHUP, by which daemons are told to read their files again, where the platform has
/// it. It is no part of the Java platform, so it is looked up and may be missing.
final class HangUp {
    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

    private HangUp() {}

    /// In a terminal the signal keeps its meaning: there it says that the terminal was closed, and
    /// a server that went on would be in nobody's hands.
    static void handle(Runnable work) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            install(work);
        }
    }

    private static void install(Runnable work) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls =
                    (proxy, method, arguments) ->
                            switch (method.getName()) {
                                case "handle" -> {
                                    run(work);
                                    yield null;
                                }
                                case "hashCode" -> System.identityHashCode(proxy);
                                case "equals" -> proxy == arguments[0];
                                default -> "reload at SIGHUP";
                            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("HUP"),
                            Proxy.newProxyInstance(
                                    handler.getClassLoader(), new Class<?>[] {handler}, calls));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.info("no reload at SIGHUP here ({}); use: carillon config reload", e.toString());
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("the config file could not be read again; what held before still holds", e);
        }
    }
}
